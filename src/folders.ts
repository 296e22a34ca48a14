import { fileURLToPath } from "node:url";

/** The shipped question templates. They stand beside `src` in a clone and beside `dist` in the installed package. */
export const SHIPPED_TEMPLATES = fileURLToPath(new URL("../question-templates", import.meta.url));

/** The folders of question templates in order: the shipped ones, and one's own laid over them. */
export function templateFolders(own: string | undefined): string[] {
  return own === undefined ? [SHIPPED_TEMPLATES] : [SHIPPED_TEMPLATES, own];
}
