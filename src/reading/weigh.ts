import { EVIDENCE_COUNT, evidence, evidenceName, PLACES, SIGN_COUNT } from "./evidence.ts";
import type { Setting } from "./setting.ts";
import type { Find } from "./find.ts";
import { SIGN_NAMES } from "./lexicon.ts";
import { STRUCK_REASONS, type EstimateKind, type StruckReason } from "./reading.ts";
import weights from "./weights.json" with { type: "json" };
import { SIGNS, type Speaks } from "./words/signs.ts";

type Table = Readonly<Record<string, number>>;
const KINDS: readonly EstimateKind[] = ["duration", "points", "size", "date", "vague"];

const tableOf = (kind: EstimateKind): Float64Array => {
  const every = weights.every as Table;
  const own = (weights as unknown as Record<string, Table>)[kind] ?? {};
  const worth = new Float64Array(EVIDENCE_COUNT + 1);
  for (let number = 0; number < EVIDENCE_COUNT; number++) {
    const name = evidenceName(number);
    worth[number] = (every[name] ?? 0) + (own[name] ?? 0);
  }
  worth[EVIDENCE_COUNT] = (every["to begin with"] ?? 0) + (own["to begin with"] ?? 0);
  return worth;
};
const WORTH = new Map(KINDS.map((kind) => [kind, tableOf(kind)]));

/** How much must speak for an estimate: a little more than nothing, since silence is better than a wrong word. */
const BAR = 0.3;

/** Whether the evidence makes a find an estimate, and if not, what it is instead: the reason most of the evidence speaks for. */
export function judge(setting: Setting, find: Find): "estimate" | StruckReason {
  const worth = WORTH.get(find.kind)!;
  const seen: number[] = [];
  evidence(setting, find, (number) => seen.push(number));
  let sum = worth[EVIDENCE_COUNT]!;
  for (const number of seen) sum += worth[number]!;
  return sum > BAR ? "estimate" : reasonOf(seen, worth);
}

function speaksFor(number: number): Speaks {
  const sign = number < PLACES.length * SIGN_COUNT ? SIGN_NAMES[number % SIGN_COUNT] : undefined;
  if (sign) return SIGNS[sign][0];
  const name = evidenceName(number);
  return name === "question" || name === "asks first"
    ? "question"
    : name === "past if"
      ? "hypothetical"
      : "none";
}

/** Which reason each piece of evidence speaks for, by its place in `STRUCK_REASONS`; -1 for none of them. */
const REASON = Int8Array.from({ length: EVIDENCE_COUNT }, (_, number) =>
  (STRUCK_REASONS as readonly string[]).indexOf(speaksFor(number)),
);

function reasonOf(seen: readonly number[], worth: Float64Array): StruckReason {
  const against = new Float64Array(STRUCK_REASONS.length);
  for (const number of seen) {
    const reason = REASON[number]!;
    if (reason >= 0) against[reason]! -= worth[number]!;
  }
  let best: StruckReason = "other-number";
  let most = 0;
  for (let reason = 0; reason < STRUCK_REASONS.length; reason++)
    if (against[reason]! > most) {
      best = STRUCK_REASONS[reason]!;
      most = against[reason]!;
    }
  return best;
}
