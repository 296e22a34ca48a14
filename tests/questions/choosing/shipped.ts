import { SHIPPED_TEMPLATES } from "../../../src/folders.ts";
import { compile } from "../../../src/questions/library.ts";
import { loadTemplates } from "../../../src/questions/load.ts";

const { templates, problems } = await loadTemplates([SHIPPED_TEMPLATES]);
if (problems.length > 0) throw new Error(`The shipped templates have problems: ${JSON.stringify(problems)}`);

export const SHIPPED = templates;
export const LIBRARY = compile(templates);
