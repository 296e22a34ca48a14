import type { Posed } from "./weigh.ts";
import { words } from "./reply-text.ts";

/** What a question wants to hear, read from its words together with its template's form. */
export type Expects = {
  readonly parts: number;
  readonly wants: ReadonlySet<Want>;
};

export const WANTS = [
  "yes-no",
  "choice",
  "person",
  "time",
  "amount",
  "reason",
  "consequence",
  "which",
  "how",
  "list",
] as const;
export type Want = (typeof WANTS)[number];

const POLAR = new Set(
  "does do did is are was were will would can could should has have had any anything anyone anybody may".split(
    " ",
  ),
);

const has = (list: readonly string[], ...any: string[]) => any.some((word) => list.includes(word));

/** Cuts a question where a new one begins: "what …, and who …". */
export function partsOf(text: string): string[][] {
  const all = words(text);
  const parts: string[][] = [[]];
  all.forEach((word, index) => {
    const opens =
      index > 0 &&
      ["and", "&", ",", "?"].includes(all[index - 1] ?? "") &&
      (POLAR.has(word) || has([word], "what", "who", "when", "how", "which", "where", "why", "by", "in"));
    if (opens) parts.push([]);
    parts.at(-1)?.push(word);
  });
  return parts.filter((part) => part.length > 1);
}

function wantsOf(part: readonly string[]): Want[] {
  const first = part.find((word) => !["and", "or", "so", "?", "sounds", "quick", "!"].includes(word)) ?? "";
  const text = ` ${part.join(" ")} `;
  const wants: Want[] = [];
  if (POLAR.has(first)) wants.push(text.includes(" or ") ? "choice" : "yes-no");
  if (
    / who | whos | whose | whom | anyone | anybody | someone | nobody | team | teams | with whom /.test(text)
  )
    wants.push("person");
  if (/ when | by when | how soon | until when | what date /.test(text)) wants.push("time");
  if (/ how (?:long|much|many|far|big) | cost | worst | best | range | spread | calendar /.test(text))
    wants.push("amount");
  if (
    / why | what (?:made|makes|tipped|moved|changed) | how come | learn | learned | happened | reason /.test(
      text,
    )
  )
    wants.push("reason");
  if (/ if | when it | happens | happen | risk | skip | goes down | is down /.test(text))
    wants.push("consequence");
  if (/ which | what /.test(text)) wants.push("which");
  if (/ how /.test(text)) wants.push("how");
  return wants;
}

/** Reads what a question wants from its words and its form. */
export function expects(question: Pick<Posed, "text" | "form">): Expects {
  const parts = partsOf(question.text);
  const wants = new Set<Want>(parts.flatMap(wantsOf));
  if (question.form === "either-or") wants.add("choice");
  if (question.form === "list") wants.add("list");
  const commas = (question.text.match(/,/g) ?? []).length;
  return { parts: Math.max(1, parts.length + (commas >= 2 ? 1 : 0)), wants };
}
