import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { SHIPPED_TEMPLATES } from "../src/folders.ts";
import { askedUnit } from "../src/reading/asks.ts";
import { clausesOf } from "../src/reading/clauses.ts";
import { clean } from "../src/reading/clean.ts";
import { entryAt, framesOf, nearName, signsOf, zoneName } from "../src/reading/evidence.ts";
import type { Find } from "../src/reading/find.ts";
import { findAll } from "../src/reading/finders.ts";
import { FRAMES } from "../src/reading/frames/frames.ts";
import { UNKNOWN } from "../src/reading/entries.ts";
import type { EstimateKind } from "../src/reading/reading.ts";
import { PAIRED, pairsAround, spelled } from "../src/reading/pairs.ts";
import { neighboursOf } from "../src/reading/neighbours.ts";
import { earlierOf } from "../src/reading/revises.ts";
import { scan } from "../src/reading/scan.ts";
import { besidesOf, settingOf } from "../src/reading/setting.ts";
import { viewOf, type View } from "../src/reading/view.ts";
import { labelled, type Labelled, linesOf, type World } from "../tests/corpus/labelled.ts";
import { filesIn, linesHere } from "./files.ts";
import { threadSets } from "./threads.ts";

/** One find with its evidence, by name; words are named "word|place", pairs "two words|place", and may come several times. */
export type Case = {
  readonly kind: EstimateKind;
  readonly seen: readonly string[];
  readonly right: boolean;
  /** How much it counts in learning. */
  readonly counts: number;
};
export type Message = {
  readonly text: string;
  readonly tag: string;
  readonly cases: readonly Case[];
  /** Whether it holds an estimate. */
  readonly right: boolean;
  /** Labelled estimates that no finder found. */
  readonly unfound: readonly string[];
};

type LabelledMessage = { text: string; tag: string; estimates: { quote: string }[] };

/** What an example of a question template counts. */
const EXAMPLE = 0.7;
/** What a line counts whose label is only likely: an engineer's last words in a scenario, a question that was asked. */
const LIKELY = 0.15;
/** What a line written for training counts, beside one of the corpus. */
const WRITTEN = 0.5;

/** The labelled messages of one set of the corpus. */
export const labelledOf = (world: World): Message[] =>
  linesOf<LabelledMessage>(world, "estimates").map((line) => messageOf(line, 1));

/** The files of lines written for training alone: `tag|text`, estimates in double brackets. */
export const writtenFiles = (): string[] => filesIn("lines");

/** The messages of one such file. */
export function writtenIn(file: string): Message[] {
  return linesHere(file)
    .filter((line) => line.includes("|") && !line.startsWith("#"))
    .map((line) => {
      const marked = line
        .slice(line.indexOf("|") + 1)
        .replaceAll("\\n", "\n")
        .replaceAll(/^> /gm, "&gt; ");
      const estimates = [...marked.matchAll(/\[\[(.*?)\]\]/g)].map((match) => ({ quote: match[1]! }));
      const text = marked.replaceAll(/\[\[|\]\]/g, "");
      return messageOf({ text, tag: line.slice(0, line.indexOf("|")), estimates }, WRITTEN);
    });
}

/** Messages whose labels are likely: those of labelled threads, and questions that were asked. */
export const likelyOf = (world: World): Message[] => [
  ...labelled(world).flatMap(likelyIn),
  ...linesOf<{ question: string }>(world, "answers").map(({ question }) =>
    messageOf({ text: question, tag: "question", estimates: [] }, LIKELY),
  ),
];

/** Of the threads written for learning what to ask, two sets are kept aside: choosing is measured by them. */
const WRITTEN_THREADS = /^threads-(?!(?:one|two)$)/;

/** What is likely of those threads' messages. */
export const likelyOfWritten = (): Message[] =>
  threadSets()
    .filter(({ name }) => WRITTEN_THREADS.test(name))
    .flatMap(({ threads }) => threads.flatMap(likelyIn));

/**
 * What is likely of a thread in which something should be asked: where a single message of those who do the work holds
 * an amount, that is the estimate; and what the PM says holds none.
 */
function likelyIn({ quiet, ask, thread }: Labelled): Message[] {
  if (quiet === true || ask.length === 0) return [];
  const read = thread.map(({ from, text }, n) => ({
    from,
    message: messageOf({ text, tag: "estimate", estimates: [] }, LIKELY, thread[n - 1]?.text),
  }));
  const doers = read.filter(({ from }) => from === "eng" || from === "lead");
  const telling = doers.filter(({ message }) => message.cases.some(isPlain));
  const likely = telling.length === 1 ? mostLikely(telling[0]!.message) : undefined;
  const asking = read
    .filter(({ from }) => from === "pm")
    .map(({ message }) => ({ ...message, tag: "question" }));
  return [...(likely === undefined ? [] : [likely]), ...asking];
}

/** An amount with a unit of its own: dates and vague words mean something else as often. */
const isPlain = ({ kind, seen }: Case): boolean =>
  kind !== "date" && kind !== "vague" && !seen.includes("bare");

/** The message as one with an estimate, where it is clear which of its finds that would be: the only amount, or the only find. */
function mostLikely(message: Message): Message | undefined {
  const plain = message.cases.filter(isPlain);
  const only = plain.length === 1 ? plain : message.cases;
  if (only.length !== 1) return undefined;
  return { ...message, cases: [{ ...only[0]!, right: true }], right: true };
}

/** What an eng lead wrote as an example of what to ask about: where it holds a single find and no spec, that is an estimate. */
export function examples(): Message[] {
  const files = readdirSync(SHIPPED_TEMPLATES).filter(
    (name) => name.endsWith(".yaml") && name !== "glossary.yaml",
  );
  return files.flatMap((name): Message[] => {
    const { examples: shown } = parse(readFileSync(join(SHIPPED_TEMPLATES, name), "utf8")) as {
      examples?: { ask?: string[] };
    };
    return (shown?.ask ?? []).flatMap((text): Message[] => {
      if (text.includes("<http")) return [];
      const only = mostLikely(messageOf({ text, tag: "estimate", estimates: [] }, EXAMPLE));
      return only === undefined ? [] : [only];
    });
  });
}

/** `before`: the message before it in its thread. */
function messageOf({ text, tag, estimates }: LabelledMessage, counts: number, before?: string): Message {
  const t = scan(clean(text));
  const asked = before === undefined ? "" : clean(before);
  const finds = findAll(t, {}, asked === "" ? undefined : askedUnit(asked));
  const c = clausesOf(t);
  const besides = besidesOf(asked, earlierOf(text, finds), neighboursOf(text, t, c, finds));
  const setting = settingOf(t, c, finds, besides);
  const hits = (quote: string, find: Find): boolean =>
    overlaps(text, quote, t.start[find.from]!, t.end[find.to - 1]!);
  const cases = finds.map((find): Case => {
    const right = estimates.some(({ quote }) => hits(quote, find));
    return { kind: find.kind, seen: seenOf(viewOf(setting, find)), right, counts };
  });
  const unfound = estimates.filter(({ quote }) => !finds.some((find) => hits(quote, find)));
  return { text, tag, cases, right: estimates.length > 0, unfound: unfound.map(({ quote }) => quote) };
}

function overlaps(text: string, quote: string, from: number, to: number): boolean {
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
    if (at < to && at + quote.length > from) return true;
  return false;
}

/** Everything about a find that has a name: frames, signs by zone, words by zone and distance. */
function seenOf(v: View): string[] {
  const seen: string[] = [];
  framesOf(v, (frame) => seen.push(FRAMES[frame]!.name));
  for (let n = 0; n < v.places.count; n++) {
    const place = v.places.place[n]!;
    const zone = zoneName(place);
    const entry = entryAt(v, n);
    if (place > 0) for (const sign of signsOf(entry)) seen.push(`${sign} ${zone}`);
    const word = entry === UNKNOWN ? unknownWord(v, n) : entry.name;
    if (word === "") continue;
    seen.push(`${word}|${zone}`);
    const near = nearName(place);
    if (near !== undefined) seen.push(`${word}|${near}`);
  }
  pairsAround(v.t, v.find, (first, second, where) =>
    seen.push(`${spelled(v.t, first)} ${spelled(v.t, second)}|${PAIRED[where]}`),
  );
  return seen;
}

/** A word that no table holds, as the lexicon would write it: lower case, without the s of a plural or an owner. */
function unknownWord({ t, places }: View, n: number): string {
  const token = places.token[n]!;
  const word = t.text.slice(t.start[token], t.end[token]).toLowerCase().replaceAll("’", "'");
  if (!/^[\p{L}_'][\p{L}\p{N}_']*$/u.test(word)) return "";
  if (word.length < 4 || !word.endsWith("s")) return word;
  return word.slice(0, word.endsWith("'s") ? -2 : -1);
}
