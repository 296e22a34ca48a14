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

const IN = /^(?:incl|including|includes|included|with|counted|counting|covers|in)$/;
const OUT =
  /^(?:excl|excluding|without|w\/o|not|no|minus|except|excludes|excluded|skip|skipping|drop|dropping)$/;
const HOW = /^(?:behind|via|using|through|reuse|reusing|by)$/;

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

function howCovered(t: Tokens, c: Clauses, i: number): Covered["how"] | undefined {
  for (let at = i - 1; at >= Math.max(0, i - NEAR) && c.sentence[at] === c.sentence[i]; at--) {
    const word = wordAt(t, at);
    if (OUT.test(word)) return "out";
    if (IN.test(word) && word !== "in") return OUT.test(wordAt(t, at - 1)) ? "out" : "in";
    if (HOW.test(word)) return "how";
  }
  for (let at = i + 1; at < Math.min(t.length, i + 1 + NEAR + 1) && c.sentence[at] === c.sentence[i]; at++) {
    const word = wordAt(t, at);
    if (isMark(t, at, ",")) break;
    if (OUT.test(word) || /^(?:isn't|isnt|aren't|extra)$/.test(word)) return "out";
    if (/^(?:included|incl|counted|in|covered|done)$/.test(word)) return "in";
  }
  return undefined;
}
