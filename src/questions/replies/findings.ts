import { clauseKind, clausesOf, leavesAPoint, signsIn } from "./clauses.ts";
import { spokenToEach } from "./each-part.ts";
import { kindOf } from "./kinds.ts";
import type { Posed } from "./question.ts";
import { filledBy, slotsOf } from "./slots.ts";
import { type Sentence, words } from "./text.ts";

/** Findings of one reply by name, each with how often or how strongly it was found. */
export type Found = Record<string, number>;

const SMALL = new Set(
  "the a an is it its in of to and or for on with that this we i you do does did are be as at by if so what which how who when will would not no yes from into they them our your their there here has have was were can could".split(
    " ",
  ),
);

/** Marks worth a finding of their own, by the word they were spelled to. */
const MARKS = { "?": "asks", "@emoji": "emoji", "@link": "link", "@code": "code" } as const;

const A_NAME = /[^\p{L}]\p{Lu}\p{Ll}+/u;

const isContent = (word: string) => !SMALL.has(word) && /^\p{L}/u.test(word);

/** What is found in one reply to this question. The findings of several replies may be added up. */
export function findings(question: Posed, said: readonly Sentence[]): Found {
  const found: Found = { replies: 1 };
  const add = (name: string, by = 1) => {
    if (by > 0) found[name] = (found[name] ?? 0) + by;
  };
  const all = said.flatMap((sentence) => sentence.words);
  const asked = new Set(words(question.text).filter((word) => isContent(word) && word.length > 2));
  for (const sign of Object.keys(signsIn((said[0]?.words ?? []).slice(0, 2)))) add(`opens: ${sign}`);
  for (const sentence of said) {
    for (const [sign, times] of Object.entries(signsIn(sentence.words))) add(sign, times);
    for (const [mark, name] of Object.entries(MARKS)) if (sentence.words.includes(mark)) add(name);
    if (leavesAPoint(sentence.words))
      add(sentence === said[0] ? "opens by leaving a point" : "leaves a point");
    if (A_NAME.test(sentence.said)) add("name");
  }
  addClauses(said, add);
  const slots = slotsOf(question.text);
  for (const slot of filledBy(all)) if (slots.includes(slot)) add(`fills: ${slot}`);
  if (spokenToEach(question, said)) add("a clause for each part");
  const technical = all.filter((word) => kindOf(word) === "TECH").length;
  if (technical >= 2) add("technical", technical / 2);
  const content = all.filter(isContent);
  add("content words", content.length);
  add("echoed words", content.filter((word) => asked.has(word)).length);
  add("words", all.length);
  return found;
}

function addClauses(said: readonly Sentence[], add: (name: string) => void): void {
  const kinds = said.flatMap((sentence) => clausesOf(sentence.words).map(clauseKind));
  for (const kind of kinds) {
    add("clauses");
    add(`clause: ${kind}`);
  }
  if (kinds[0]) add(`first: ${kinds[0]}`);
  if (kinds.length > 1) add(`last: ${kinds.at(-1)}`);
  kinds.slice(1).forEach((kind, index) => add(`${kinds[index]} then ${kind}`));
}
