import { parse } from "node:path";
import { nearest } from "../templates/nearest.ts";
import type { Desk, Result } from "./desk.ts";

/** Says that there is no such question, and what to do about it: its file was refused, or another one was meant. */
export function unknownId(desk: Desk, id: string): Result {
  const text = sentence(desk, id);
  return { text, json: { error: text }, exit: 2 };
}

function sentence({ loaded }: Desk, id: string): string {
  if (id === "") return "Which question? Give its id; 'askwhy templates list' shows them.";
  const refused = loaded.problems.find(({ file }) => parse(file).name === id);
  if (refused) return `${refused.file} is not in use: ${refused.message} (see 'askwhy templates check')`;
  const meant = nearest(
    id,
    loaded.templates.map((template) => template.id),
  );
  const hint = meant ? ` Did you mean '${meant}'?` : "";
  return `There is no question '${id}'.${hint} 'askwhy templates list' shows them.`;
}
