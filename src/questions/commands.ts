/** What the `templates` commands are given: words of the command line, the folders in order, and where to write. */
export type TemplatesCommand = {
  readonly args: readonly string[];
  readonly folders: readonly string[];
  readonly write: (text: string) => void;
};

/** `askwhy templates …`: list, check, test, try, new, show, why. Resolves to the exit code. */
export async function templatesCommand(_command: TemplatesCommand): Promise<number> {
  return 0;
}
