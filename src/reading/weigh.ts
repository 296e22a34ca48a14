import { entryAt, nearName, rowAt, signsOf, zoneName } from "./evidence.ts";
import type { Find } from "./find.ts";
import { FRAMES } from "./frames/frames.ts";
import { SIGN, SIGN_NAMES, SIGN_TABLE } from "./entries.ts";
import { ROWS } from "./lexicon.ts";
import { pairsOf, worthOfPairs } from "./pairs.ts";
import { PLACE_COUNT, ZONES, zoneOf } from "./places.ts";
import { ESTIMATE_KINDS, STRUCK_REASONS, type EstimateKind, type StruckReason } from "./reading.ts";
import type { Setting } from "./setting.ts";
import { viewOf, type View } from "./view.ts";
import weights from "./weights.json" with { type: "json" };

type Table = Readonly<Record<string, number>>;
const every: Table = weights.every;
const WORDS: Readonly<Record<string, Table | undefined>> = weights.words;

/** What is known beforehand and learned about one kind of find. */
type Worth = {
  readonly toBeginWith: number;
  /** By frame. */
  readonly frames: Float64Array;
  /** By row and place: what a word and its signs are worth there, summed up. */
  readonly words: Float32Array;
  /** By zone and sign. */
  readonly signs: Float32Array;
};

/** Which places go by a name: a zone stands for several, a distance for one on each side at most. */
const PLACES_NAMED = new Map<string, number[]>();
for (let place = 0; place < PLACE_COUNT; place++)
  for (const name of [zoneName(place), nearName(place)])
    if (name !== undefined) PLACES_NAMED.set(name, [...(PLACES_NAMED.get(name) ?? []), place]);

/** By row and place: what the words themselves were found to be worth, for any kind of find. */
const LEARNED = new Float32Array(ROWS.length * PLACE_COUNT);
for (const [row, { name }] of ROWS.entries())
  for (const [where, worth] of Object.entries(WORDS[name] ?? {}))
    for (const place of PLACES_NAMED.get(where) ?? []) LEARNED[row * PLACE_COUNT + place]! += worth;

function worthOf(kind: EstimateKind): Worth {
  const own: Table = weights[kind];
  const worth = (name: string): number => (every[name] ?? 0) + (own[name] ?? 0);
  const signs = Float32Array.from(
    ZONES.flatMap((zone) => SIGN_NAMES.map((sign) => worth(`${sign} ${zone}`))),
  );
  const words = LEARNED.slice();
  for (const [row, entry] of ROWS.entries())
    for (const sign of signsOf(entry))
      for (let place = 1; place < PLACE_COUNT; place++)
        words[row * PLACE_COUNT + place]! += signs[zoneOf(place) * SIGN_NAMES.length + SIGN[sign]]!;
  return {
    toBeginWith: worth("to begin with"),
    frames: Float64Array.from(FRAMES, ({ name }) => worth(name)),
    words,
    signs,
  };
}
const WORTH = new Map(ESTIMATE_KINDS.map((kind) => [kind, worthOf(kind)]));
const PAIRS = pairsOf(weights.pairs);

/** How much must speak for an estimate: a little more than nothing, since silence is better than a wrong word. */
const BAR = 0.3;

/** Whether the evidence makes a find an estimate, and if not, what it is instead: the reason most of the evidence speaks for. */
export function judge(setting: Setting, find: Find): "estimate" | StruckReason {
  const v = viewOf(setting, find);
  return sumOf(v) > BAR ? "estimate" : reasonOf(v);
}

/** Which frames hold for the find that was summed up last; written anew for each. */
const HOLDS = new Uint8Array(FRAMES.length);

/** What all evidence about a find comes to. */
function sumOf(v: View): number {
  const worth = WORTH.get(v.find.kind)!;
  let sum = worth.toBeginWith + worthOfPairs(PAIRS, v.t, v.find);
  for (let n = 0; n < v.places.count; n++)
    sum += worth.words[rowAt(v, n) * PLACE_COUNT + v.places.place[n]!]!;
  for (let frame = 0; frame < FRAMES.length; frame++) {
    HOLDS[frame] = FRAMES[frame]!.holds(v) ? 1 : 0;
    if (HOLDS[frame] === 1) sum += worth.frames[frame]!;
  }
  return sum;
}

/** Frames that speak for a reason; the others say nothing of the kind. */
const FRAME_SPEAKS: Readonly<Record<string, StruckReason>> = {
  question: "question",
  "asks first": "question",
  "asks without a mark": "question",
  "past without future": "past",
  "perfect tense": "past",
  "past if": "hypothetical",
  "supposing in sentence": "hypothetical",
  "sprints are": "cadence",
  "after every": "cadence",
  "alone asks": "question",
  "was it": "past",
  "then I did": "past",
  "after a past verb": "past",
  "thing of the past": "past",
  "machine and small unit": "runtime",
  "machine and no doer": "runtime",
  "outsider wants": "external",
  "outsider and no doer": "external",
  "gathering and small unit": "meeting",
  "product keeps": "product",
  "absence elsewhere": "absence",
  "would without if": "hypothetical",
  "is away": "absence",
  "in inverted commas": "quoted",
};

/** By number of sign or frame: which of `STRUCK_REASONS` it speaks for; -1 for none of them. */
const reasonNumber = (reason: string | undefined): number =>
  (STRUCK_REASONS as readonly (string | undefined)[]).indexOf(reason);
const SIGN_REASON = Int8Array.from(SIGN_NAMES, (sign) => reasonNumber(SIGN_TABLE[sign][0]));
const FRAME_REASON = Int8Array.from(FRAMES, ({ name }) => reasonNumber(FRAME_SPEAKS[name]));

/** To be asked right after `sumOf`. */
function reasonOf(v: View): StruckReason {
  const worth = WORTH.get(v.find.kind)!;
  const against = STRUCK_REASONS.map(() => 0);
  for (let n = 0; n < v.places.count; n++) {
    const place = v.places.place[n]!;
    if (place === 0) continue;
    const from = zoneOf(place) * SIGN_NAMES.length;
    const { signs0, signs1 } = entryAt(v, n);
    for (let bits = signs0; bits !== 0; bits &= bits - 1) count(against, worth, from, numberOf(bits));
    for (let bits = signs1; bits !== 0; bits &= bits - 1) count(against, worth, from, 31 + numberOf(bits));
  }
  for (let frame = 0; frame < FRAMES.length; frame++)
    if (FRAME_REASON[frame]! >= 0 && HOLDS[frame] === 1)
      against[FRAME_REASON[frame]!]! -= worth.frames[frame]!;
  return most(against);
}

/** The number of the lowest bit. */
const numberOf = (bits: number): number => 31 - Math.clz32(bits & -bits);

function count(against: number[], worth: Worth, from: number, sign: number): void {
  const reason = SIGN_REASON[sign]!;
  if (reason >= 0) against[reason]! -= worth.signs[from + sign]!;
}

function most(against: readonly number[]): StruckReason {
  let best = STRUCK_REASONS.indexOf("other-number");
  for (let reason = 0; reason < against.length; reason++)
    if (against[reason]! > Math.max(0, against[best]!)) best = reason;
  return STRUCK_REASONS[best]!;
}
