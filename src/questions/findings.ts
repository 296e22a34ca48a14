import { finder } from "./phrases.ts";
import { SIGNS, type Sign } from "./signs.ts";
import type { Sentence } from "./reply-text.ts";
import { words } from "./reply-text.ts";
import type { Posed } from "./weigh.ts";

export type Found = Record<string, number>;

const NAMES = Object.keys(SIGNS) as Sign[];
const FINDERS = NAMES.map((name) => [name, finder(SIGNS[name])] as const);

const STOP = new Set(
  "the a an is it its in of to and or for on with that this we i you do does did are be as at by if so what which how who when will would not no yes from into they them our your their there here has have was were can could".split(
    " ",
  ),
);

export function signsIn(list: readonly string[]): Found {
  const found: Found = {};
  for (const [name, find] of FINDERS) {
    const hits = find(list).length;
    if (hits > 0) found[name] = hits;
  }
  return found;
}

/** What is found in one reply. All findings of the replies to a question are added up by the verdict. */
export function findings(question: Posed, said: readonly Sentence[]): Found {
  const found: Found = {};
  const add = (name: string, by = 1) => (found[name] = (found[name] ?? 0) + by);
  const asked = new Set(words(question.text).filter((word) => !STOP.has(word) && word.length > 2));
  for (const sentence of said) {
    const signs = signsIn(sentence.words);
    for (const [name, hits] of Object.entries(signs)) add(name, hits);
    const first = signsIn(sentence.words.slice(0, 2));
    if (sentence === said[0]) for (const name of Object.keys(first)) add(`opens: ${name}`);
    if (sentence.words.includes("?")) add("asks");
    if (sentence.words.includes("@emoji")) add("emoji");
    if (sentence.words.includes("@link")) add("link");
    if (sentence.words.includes("@code")) add("code");
    if (/[^\p{L}]\p{Lu}\p{Ll}+/u.test(sentence.said)) add("name");
    for (const clause of clausesOf(sentence.words)) {
      add("clauses");
      const inClause = signsIn(clause);
      if (inClause["unknown"]) add("unknown clauses");
      else if (clause.length >= 3 && !inClause["trust"] && !inClause["vague"] && !inClause["promise"])
        add("plain clauses");
      if (inClause["amount"] || inClause["date"] || inClause["in or out"]) add("hard clauses");
    }
    const content = sentence.words.filter((word) => !STOP.has(word) && /^[\p{L}]/u.test(word));
    add("content words", content.length);
    add("echoed words", content.filter((word) => asked.has(word)).length);
  }
  add(
    "words",
    said.reduce((sum, { words: list }) => sum + list.length, 0),
  );
  add("replies");
  return found;
}

function clausesOf(list: readonly string[]): string[][] {
  const out: string[][] = [[]];
  for (const word of list) {
    if (["but", "though", "and", ",", "…"].includes(word)) out.push([]);
    else out.at(-1)?.push(word);
  }
  return out.filter((clause) => clause.length > 0);
}
