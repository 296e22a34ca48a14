import { DATA } from "./frames/data.ts";
import { GOING_LIVE } from "./frames/going-live.ts";
import { PLAINLY } from "./frames/plainly.ts";
import { PLANNING } from "./frames/planning.ts";
import { SUBSTANCE } from "./frames/substance.ts";
import { append } from "./lexicon.ts";
import { stem } from "./stem.ts";
import { type Token, tokens } from "./tokens.ts";

/**
 * Ways of saying things, by the question they bear on: "old app versions", "nobody would notice", "more than one per
 * customer". A group named "… ok" tells that its question is settled. Entries stand on lines of their own or are parted
 * by `|`. An entry is a row of places: `old/older apps/clients` hears any of the words in each place, compared by their
 * stems; `migrat~` any word that begins so; `*` skips up to three words of the same sentence. A group named "… plainly" holds what makes its
 * question the obvious one beside a number.
 */
const TABLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...DATA,
  ...GOING_LIVE,
  ...PLAINLY,
  ...PLANNING,
  ...SUBSTANCE,
};

/** Most words that a `*` may stand for. */
const GAP = 3;

type Place = { readonly stems: ReadonlySet<string>; readonly starts: readonly string[] } | "gap";
type Frame = { readonly sign: string; readonly rest: readonly Place[] };

/** What a way of saying things is about: the question, and whether it speaks for asking or says it is settled. */
type Bearing = { readonly id: string; readonly as: "says" | "says-ok" | "plainly" | "plainly-ok" };

function bearingOf(group: string): Bearing {
  const [id = "", ...rest] = group.split(" ");
  const as = rest.includes("plainly") ? "plainly" : "says";
  return { id, as: rest.includes("ok") ? `${as}-ok` : as };
}

function signOf(group: string, name: string): string {
  const { id, as } = bearingOf(group);
  return `${id}/${as.replace(/^says-?/, "")}${as === "says" ? "" : "-"}${name.replace(/[^a-z0-9]+/g, "-")}`;
}

/** The bearing of every sign that `framesIn` finds. */
export const BEARINGS: ReadonlyMap<string, Bearing> = new Map(
  Object.entries(TABLES).flatMap(([group, names]) =>
    Object.keys(names).map((name): [string, Bearing] => [signOf(group, name), bearingOf(group)]),
  ),
);

/** The places of one entry; none where nothing in it is a word. */
function placesOf(entry: string): Place[] {
  return entry.split(/\s+/).flatMap((written): Place[] => {
    if (written === "*") return ["gap"];
    const choices = written.split("/").map((choice) => ({
      words: tokens(choice.replace(/~$/, "")).words.map(({ word }) => word),
      begins: choice.endsWith("~"),
    }));
    const [only] = choices;
    if (choices.length === 1 && only !== undefined && only.words.length > 1)
      return only.words.map((word) => ({ stems: new Set([stem(word)]), starts: [] }));
    const single = choices.filter(({ words }) => words.length === 1);
    if (single.length === 0) return [];
    return [
      {
        stems: new Set(single.flatMap(({ words, begins }) => (begins ? [] : words.map(stem)))),
        starts: single.flatMap(({ words, begins }) => (begins ? words : [])),
      },
    ];
  });
}

/** The frames a first word may begin: those that end there, those known by their second word, and the others. */
type Begun = { readonly alone: Set<string>; readonly second: Map<string, Frame[]>; readonly others: Frame[] };

const BY_STEM = new Map<string, Begun>();
/** By the first two letters of a beginning: each beginning with what it begins. */
const BY_START = new Map<string, Map<string, Begun>>();
const opening = (word: string) => word.slice(0, 2);

for (const [group, names] of Object.entries(TABLES)) {
  for (const [name, entries] of Object.entries(names)) {
    for (const entry of entries.split(/[|\n]/)) {
      const [first, ...rest] = placesOf(entry.trim());
      if (first === undefined || first === "gap") continue;
      const frame = { sign: signOf(group, name), rest };
      for (const word of first.stems) enter(BY_STEM, word, frame);
      for (const word of first.starts) {
        const alike = BY_START.get(opening(word)) ?? new Map<string, Begun>();
        BY_START.set(opening(word), alike);
        enter(alike, word, frame);
      }
    }
  }
}

function enter(index: Map<string, Begun>, word: string, frame: Frame): void {
  const begun: Begun = index.get(word) ?? { alone: new Set(), second: new Map(), others: [] };
  index.set(word, begun);
  const [second] = frame.rest;
  if (second === undefined) begun.alone.add(frame.sign);
  else if (second === "gap" || second.starts.length > 0) begun.others.push(frame);
  else {
    for (const next of second.stems) append(begun.second, next, frame);
  }
}

/** One way of saying things that a message uses: from which word to which. */
type Framed = { readonly sign: string; readonly from: number; readonly to: number };

/** The ways of saying things in a message. Linear in its length: an entry looks at a bounded number of words. */
export function framesIn(words: readonly Token[]): Framed[] {
  const stems = words.map(({ word }) => stem(word));
  const found: Framed[] = [];
  const from = (at: number, begun: Begun | undefined) => {
    if (begun === undefined) return;
    for (const sign of begun.alone) found.push({ sign, from: at, to: at });
    for (const frames of [begun.second.get(stems[at + 1] ?? "") ?? [], begun.others]) {
      for (const { sign, rest } of frames) {
        const to = endOf(rest, 0, at + 1, words, stems);
        if (to !== undefined) found.push({ sign, from: at, to });
      }
    }
  };
  for (const [at, { word }] of words.entries()) {
    from(at, BY_STEM.get(stems[at] ?? ""));
    for (const [start, begun] of BY_START.get(opening(word)) ?? [])
      if (word.startsWith(start)) from(at, begun);
  }
  return found;
}

/** The last word of a frame whose places from `n` on stand at `at` and after; undefined where they do not. */
function endOf(
  places: readonly Place[],
  n: number,
  at: number,
  words: readonly Token[],
  stems: readonly string[],
): number | undefined {
  const place = places[n];
  if (place === undefined) return at - 1;
  const sentence = words[at - 1]?.sentence;
  if (place === "gap") {
    for (let skip = 0; skip <= GAP && words[at + skip]?.sentence === sentence; skip++) {
      const to = endOf(places, n + 1, at + skip, words, stems);
      if (to !== undefined) return to;
    }
    return n === places.length - 1 ? at - 1 : undefined;
  }
  const token = words[at];
  if (token === undefined || token.sentence !== sentence) return undefined;
  if (!place.stems.has(stems[at] ?? "") && !place.starts.some((start) => token.word.startsWith(start)))
    return undefined;
  return endOf(places, n + 1, at + 1, words, stems);
}
