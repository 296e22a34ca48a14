import type { Clause } from "./clauses.ts";
import type { Sign } from "./signs.ts";

export const PROMISE = "a promise to come back to it";

/** What signs and clauses are called in front of people; "vague" and its like are both. */
const SAID: Readonly<Record<Sign | Clause, string>> = {
  yes: "a yes",
  no: "a no",
  nothing: "“nothing” or “nobody”",
  "in or out": "what is in or out",
  amount: "an amount",
  number: "a number",
  date: "a day or date",
  past: "what has happened",
  person: "a person",
  team: "a team",
  reason: "a reason",
  condition: "a condition",
  checked: "something checked",
  mechanism: "a means to do it",
  unknown: "something not known",
  promise: PROMISE,
  trust: "an appeal to trust",
  vague: "vague words",
  hedge: "doubt",
  joke: "a joke",
  announcement: "an announcement",
  request: "a request to others",
  household: "everyday matters",
  contrast: "a “but”",
  "takes back": "something taken back",
  "out of thread": "another place or ticket",
  done: "something done",
  gap: "something not known",
  "open point": "an open point",
  hanging: "a sentence left hanging",
  hard: "a hard fact",
  aside: "an aside",
  "yes or no": "a yes or no",
  plain: "a plain statement",
  short: "a short remark",
};

/** What else may speak for a verdict. */
const BESIDE: Readonly<Record<string, string>> = {
  "leaves a point": "a point left open",
  "opens by leaving a point": "a point left open",
  asks: "a question back",
  "pm asks": "the PM asking on",
  emoji: "an emoji",
  code: "code",
  name: "a name",
  technical: "technical words",
  "technical share": "technical words",
  "technical and nothing hard": "technical words and nothing settled",
  "echoed words": "words of the question",
  echo: "words of the question",
  "fact and gap": "a fact beside something not known",
  "a fact, then a point left": "a fact beside a point left open",
  "gap alone": "something not known",
  "one fact": "a single fact",
  "answer and dodge": "an answer beside a dodge",
  "answer and dodge, one part": "an answer beside a dodge",
  "answer and dodge, two parts": "an answer beside a dodge",
  "answer, then dodge": "an answer and then a dodge",
  "answer and half": "an answer beside half of one",
  "answer, then half": "an answer and then half of one",
  "a slot missing": "a part of the question left out",
  "fact, and a slot missing": "a part of the question left out",
  "a clause for each part": "every part of the question spoken to",
  "all slots filled": "every part of the question spoken to",
  "all slots filled but a gap": "every part of the question spoken to",
};

/** What the parts of a question ask for. */
const PARTS: Readonly<Record<string, string>> = {
  "both ends": "both ends of the range",
  counted: "what is counted",
  told: "whether they know",
  share: "how much of it",
  "in order": "what comes first",
  who: "who",
  when: "when",
  "how long": "how long",
  dropped: "what would be dropped",
  assumed: "what is assumed",
  "left out": "what is left out",
  "if not done": "what happens otherwise",
  "how we see it": "how it will be seen",
  "where to start": "where to start",
  reason: "why",
  "what else": "what else there is",
};

/**
 * What a finding is called in front of people: "last: hard" is "a hard fact", "missing: who" is "it does not say who". Those of
 * length and order, and those beside what the question wants, have no words: they would tell nobody anything.
 */
export function inWords(name: string): string | undefined {
  const [, way, of = ""] =
    /^(clause|first|last|opens|fills|missing(?: beside another)?): (.*)$/.exec(name) ?? [];
  if (way === undefined) return lookedUp(SAID, name) ?? lookedUp(BESIDE, name);
  if (way !== "fills" && !way.startsWith("missing")) return lookedUp(SAID, of);
  const part = lookedUp(PARTS, of);
  return part && `it ${way === "fills" ? "says" : "does not say"} ${part}`;
}

const lookedUp = (table: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;
