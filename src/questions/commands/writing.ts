import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { jsonSchema } from "../templates/file-schema.ts";
import { changeText, newText } from "../templates/skeleton.ts";
import { templateSchema } from "../template.ts";
import type { Desk, Result } from "./desk.ts";
import { unknownId } from "./unknown-id.ts";

/** `templates new <id> [--extends <other>] [--in <folder>]`: writes a file to fill in. It is not used before it is filled in. */
export function writeNew(
  desk: Desk,
  args: readonly string[],
  options: { extends?: string; in?: string },
): Result {
  const [id = ""] = args;
  if (!templateSchema.shape.id.safeParse(id).success)
    return refuse("Give the new question an id: lower-case words joined by '-', like 'offline-mode'.");
  const base = options.extends;
  if (base !== undefined && !desk.loaded.origins.has(base)) return unknownId(desk, base);
  const folder = options.in ?? ownFolder(desk);
  if (folder === undefined) return refuse(SAY_WHERE);
  const path = join(folder, `${id}.yaml`);
  if (existsSync(path)) return refuse(`${path} is already there.`);
  const isNew = !existsSync(folder);
  if (!isNew && !statSync(folder).isDirectory()) return refuse(`${folder} is a file, not a folder.`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, base === undefined ? newText(id) : changeText(id, base));
    // editors find it by the first line of the file
    const besides = join(folder, "schema.json");
    if (!existsSync(besides)) writeFileSync(besides, schema().text + "\n");
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    return refuse(`${path} cannot be written (${reason}). Make the folder writable, or name another one.`);
  }
  const replaces = base === undefined && desk.loaded.origins.has(id);
  const text = [
    ...(replaces
      ? [
          `There is a question '${id}' already: filled in, this file replaces it whole. To change parts of it: askwhy templates new ${id} --extends ${id}`,
        ]
      : []),
    ...(isNew ? [`There was no folder ${folder}; it is made.`] : []),
    `${path} is written. Fill in what stands as … and then:`,
    ...(desk.folders.includes(folder) ? [] : [`  export ASKWHY_TEMPLATES_DIR=${folder}`]),
    "  askwhy templates check",
    `  askwhy templates test ${id}`,
  ].join("\n");
  return { text, json: { file: path }, exit: 0 };
}

/** `templates schema`: the JSON Schema of template files, for editors. */
export function schema(): Result {
  const json = jsonSchema();
  return { text: JSON.stringify(json, null, 2), json, exit: 0 };
}

const SAY_WHERE =
  "Say where: set ASKWHY_TEMPLATES_DIR to a folder of your own, or pass --in <folder>. An update writes over the shipped one.";

/** The last folder, unless it is the shipped one. */
function ownFolder({ folders }: Desk): string | undefined {
  return folders.length > 1 ? folders.at(-1) : undefined;
}

function refuse(text: string): Result {
  return { text, json: { error: text }, exit: 2 };
}
