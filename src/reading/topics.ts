import type { Clauses } from "./clauses.ts";
import { isMark, wordAt } from "./find.ts";
import type { Covered, Topic } from "./reading.ts";
import type { Tokens } from "./scan.ts";

/** The topics that the words of a message point at, each once. */
export function findTopics(t: Tokens): Topic[] {
  const topics: Topic[] = [];
  const seen = new Set<string>();
  for (let i = 0; i < t.length; i++) {
    const topic = t.entries[i]?.topic;
    if (topic === undefined || seen.has(topic)) continue;
    seen.add(topic);
    topics.push({ topic, quote: t.text.slice(t.start[i], t.end[i]), at: t.start[i]! });
  }
  return topics;
}

type How = Covered["how"];
const saying = (how: How, words: string): [string, How][] => words.split(" ").map((word) => [word, how]);
/** Words before a topic that say how the message covers it. */
const BEFORE: ReadonlyMap<string, How> = new Map([
  ...saying("in", "incl including includes included with counted counting covers in"),
  ...saying(
    "out",
    "excl excluding without not no minus except excludes excluded skip skipping drop dropping",
  ),
  ...saying("how", "behind via using through reuse reusing by"),
]);
const isOut = (word: string): boolean => BEFORE.get(word) === "out";
const OUT_AFTER = new Set(["isn't", "isnt", "aren't", "extra"]);
const IN_AFTER = new Set(["included", "incl", "counted", "in", "covered", "done"]);

/** How many words before or after a topic may say that it is in, out, or how it is done. */
const NEAR = 3;

/** Topics that the message says are in, out, or how they are done. */
export function findCovered(t: Tokens, c: Clauses): Covered[] {
  const covered: Covered[] = [];
  for (let i = 0; i < t.length; i++) {
    const topic = t.entries[i]?.topic;
    if (topic === undefined) continue;
    const how = howCovered(t, c, i);
    if (how) covered.push({ topic, how, quote: t.text.slice(t.start[i], t.end[i]), at: t.start[i]! });
  }
  return covered;
}

function howCovered(t: Tokens, c: Clauses, i: number): How | undefined {
  for (let at = i - 1; at >= Math.max(0, i - NEAR) && c.sentence[at] === c.sentence[i]; at--) {
    const word = wordAt(t, at);
    const how = BEFORE.get(word);
    if (how === "in" && word !== "in") return isOut(wordAt(t, at - 1)) ? "out" : "in";
    if (how === "out" || how === "how") return how;
  }
  for (let at = i + 1; at < Math.min(t.length, i + 1 + NEAR + 1) && c.sentence[at] === c.sentence[i]; at++) {
    const word = wordAt(t, at);
    if (isMark(t, at, ",")) break;
    if (isOut(word) || OUT_AFTER.has(word)) return "out";
    if (IN_AFTER.has(word)) return "in";
  }
  return undefined;
}
