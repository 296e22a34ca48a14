import type { Label, Role } from "../../threads/thread.ts";
import { askedBy, clauseCues } from "./clause-cues.ts";
import { type Bare, bareIn, saysTheSameTwice } from "./bare.ts";
import { clausesOf, signsIn } from "./clauses.ts";
import { cues } from "./cues.ts";
import { besidesAsides } from "./by-the-way.ts";
import { type Found, findings } from "./findings.ts";
import { kindOf } from "./kinds.ts";
import type { Posed } from "./question.ts";
import { finder } from "./phrases.ts";
import { SIGNS } from "./signs.ts";
import { type Sentence, sentences, words } from "./text.ts";

/**
 * What was heard in one reply: its sentences, its findings, its words and runs of words, and those of each clause; and,
 * where it says something by the way, what is heard without that.
 */
export type Heard = {
  readonly said: readonly Sentence[];
  readonly found: Found;
  readonly cues: readonly string[];
  readonly clauses: readonly (readonly string[])[];
  readonly without?: Heard;
};

/** "As I said: the ledger" says "the ledger"; only a number said once more says nothing. */
const AS_SAID =
  /^\s{0,9}(?:as|like) (?:i|we)(?: already| just)? (?:said|wrote|mentioned|explained)(?: above| before| already| earlier| yesterday)?\s?[,:–-]\s?(?=\S)/i;
const amount = finder(`${SIGNS.amount}, ${SIGNS.number}`);

function withoutAsSaid(text: string): string {
  if (!AS_SAID.test(text)) return text;
  const rest = text.replace(AS_SAID, "");
  return amount(words(rest)).length > 0 ? text : rest;
}

/** An answer stays one, whatever else is said by the way: then only the rest of the reply is taken. */
export function withoutAsides(heard: Heard, labelOf: (one: Heard) => Label): Heard {
  if (heard.without === undefined) return heard;
  const label = labelOf(heard.without);
  return label === "answered" || label === "partial" ? heard.without : heard;
}

/** The PM asking on: "which of the two", "so it's not in?". */
function asksOn(said: readonly string[]): boolean {
  const first = kindOf(said[0] ?? "");
  return said.at(-1) === "?" || said.length <= 2 || first === "WH" || first === "WHO";
}

const SAYS_SOMETHING = ["in or out", "number", "amount", "date", "nothing", "no"] as const;

const RESTATES: ReadonlySet<Bare | undefined> = new Set<Bare>(["choice", "in or out", "nobody"]);

function fromThePm(question: Posed, said: readonly string[]): Found {
  const signs = signsIn(said);
  const asks = said.at(-1) === "?";
  const says = said.length >= 5 || SAYS_SOMETHING.some((sign) => signs[sign]);
  const restates = asks && (says || RESTATES.has(bareIn(question, said.slice(0, -1))));
  return restates ? { "pm asks": 1, "pm restates": 1 } : { "pm asks": 1 };
}

/** Hears one reply to a question. What the PM asks on is no answer, though a yes to it may be one. */
export function hear(question: Posed, reply: { readonly role: Role; readonly text: string }): Heard {
  const text = withoutAsSaid(reply.text);
  const said = sentences(text);
  const all = said.flatMap((sentence) => sentence.words);
  const bare = saysTheSameTwice(text) ? "the same twice" : bareIn(question, all);
  const agrees = bare === "yes" || bare === "no";
  if (reply.role === "pm" && (agrees || asksOn(all)))
    return { said, found: fromThePm(question, all), cues: [], clauses: [] };
  const own = cues(question, said);
  const found = { ...findings(question, said), cues: own.length };
  const asked = askedBy(question);
  const clauses = said.flatMap((sentence) =>
    clausesOf(sentence.words).map((clause) => clauseCues(asked, clause)),
  );
  const rest = besidesAsides(text);
  return {
    said,
    found: bare ? { ...found, [`bare ${bare}`]: 1 } : found,
    cues: own,
    clauses,
    ...(rest !== undefined && { without: hear(question, { ...reply, text: rest }) }),
  };
}
