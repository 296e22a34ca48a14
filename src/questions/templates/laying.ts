import { parse } from "node:path";
import type { Problem } from "../problem.ts";
import type { TemplateFile } from "./template-file.ts";

/** Keys that change nothing of the question a file extends. */
const OF_THE_FILE = new Set(["extends", "owner"]);

/** What a file of a team's own may do to a shipped question without meaning to: take its place, or nothing at all. */
export function layingProblems(own: readonly TemplateFile[], shipped: readonly TemplateFile[]): Problem[] {
  const ids = new Set(shipped.flatMap((file) => (file.kind === "whole" ? [file.template.id] : [])));
  return own.flatMap((file) => {
    if (file.kind === "whole") return ids.has(file.template.id) ? takesThePlace(file) : [];
    if (file.kind === "wrong" || Object.keys(file.data).some((key) => !OF_THE_FILE.has(key))) return [];
    return [
      file.yaml.problem(["extends"], "this file changes nothing", {
        allowed: `write below it what should be different; 'askwhy templates show ${file.base}' shows what there is`,
        mild: true,
      }),
    ];
  });
}

/** A file that bears the name of the question is meant to replace it. */
function takesThePlace({ file, yaml, template: { id } }: TemplateFile & { kind: "whole" }): Problem[] {
  if (parse(file).name === id) return [];
  return [
    yaml.problem(["id"], `this file replaces the shipped question '${id}' whole`, {
      allowed: `another id makes a question of its own; if it is meant, call the file ${id}.yaml`,
      mild: true,
    }),
  ];
}
