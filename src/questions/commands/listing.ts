import { stringify } from "yaml";
import type { Template } from "../template.ts";
import { counts } from "../templates/trial.ts";
import type { Desk, Result } from "./desk.ts";
import { unknownId } from "./unknown-id.ts";

/** `templates list`: one line for each question. */
export function list(desk: Desk): Result {
  const { templates, origins, problems } = desk.loaded;
  const rows = templates.map((template) => [
    template.id,
    template.disabled ? "off" : "on",
    template.form,
    template.family,
    template.when.about.join(" "),
    (origins.get(template.id) ?? []).join(" + "),
  ]);
  const lines = columns([["id", "", "form", "family", "about", "from"], ...rows]);
  const refused = new Set(problems.map(({ file }) => file)).size;
  if (refused > 0) lines.push("", `${refused} not read: see 'askwhy templates check'`);
  const json = templates.map((template) => ({
    id: template.id,
    disabled: template.disabled,
    form: template.form,
    family: template.family,
    about: template.when.about,
    from: origins.get(template.id),
    examples: counts(template),
  }));
  return { text: lines.join("\n"), json, exit: 0 };
}

/** `templates show <id>`: the question as it stands after all folders, and the files it was made from. */
export function show(desk: Desk, [id = ""]: readonly string[]): Result {
  const template = desk.loaded.templates.find((each) => each.id === id);
  if (!template) return unknownId(desk, id);
  const from = desk.loaded.origins.get(id) ?? [];
  const [first, ...changes] = from;
  const { cuesGone, ...written } = template;
  const head = [
    `# from ${first}`,
    ...changes.map((file) => `# changed by ${file}`),
    ...(cuesGone === undefined ? [] : [`# ${nowDeaf(cuesGone)}`]),
  ];
  return {
    text: `${head.join("\n")}\n${asYaml(written).trimEnd()}`,
    json: { from, template: written, ...(cuesGone && { cuesGone }) },
    exit: 0,
  };
}

/** What lost cues mean for how a question is heard, in one line. */
function nowDeaf(cuesGone: NonNullable<Template["cuesGone"]>): string {
  if (cuesGone === "all") return "its cues were replaced: it stands by its own words alone";
  const words = cuesGone.map((cue) => JSON.stringify(cue)).join(", ");
  return `not heard for it any longer, nor the single words of it: ${words}`;
}

function asYaml(template: Template): string {
  return stringify(template, { lineWidth: 110, flowCollectionPadding: false });
}

/** Rows with their columns lined up. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, n) => Math.max(...rows.map((row) => row[n]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, n) => cell.padEnd(widths[n] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
