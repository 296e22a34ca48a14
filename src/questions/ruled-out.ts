import { ESTIMATE_KINDS } from "../reading/reading.ts";
import { UNIT_DAYS } from "../reading/words/amounts.ts";
import { type Asked, isSized, type Line } from "../threads/thread.ts";
import type { CueTest } from "./cue.ts";
import { type Features, hasMoved, isRange } from "./features.ts";
import { saidPlainly, settledPlainly } from "./leads.ts";
import { needsEstimate } from "./phrase.ts";
import type { Template } from "./template.ts";

/** What of a thread can rule a question out. */
export type Case = {
  readonly lines: readonly Line[];
  readonly asked: readonly Asked[];
  readonly about: Line;
  readonly kinds: ReadonlySet<string>;
};

/** What a line can be asked about: the kinds of its estimates, `revised` where a number moved, `spec`. */
export function kindsOf(lines: readonly Line[], about: Line): ReadonlySet<string> {
  const kinds = new Set<string>(about.estimates.map((estimate) => estimate.kind));
  if (hasMoved(lines)) kinds.add("revised");
  // Nothing was read in the whole thread, and yet somebody asks about it: the line may hold any of them.
  if (lines.every(({ estimates, specs }) => estimates.length + specs.length === 0))
    for (const kind of ESTIMATE_KINDS) kinds.add(kind);
  if (about.specs.length > 0 || (kinds.size === 0 && lines.some((line) => line.specs.length > 0)))
    kinds.add("spec");
  return kinds;
}

const COVERED = "covered: ";
const BY_ITSELF = "covered by the estimate itself";

/** True where a question that could be asked of this estimate is settled by what somebody said. */
export const isSettled = (reason: string | undefined): boolean => reason?.startsWith(COVERED) === true;

/**
 * Questions that take a thing for granted: a shortcut, a change of the database, a vendor, a number that moved. Asked where
 * nobody spoke of one they are an embarrassment, so that they must be spoken of, whatever else speaks for them.
 */
const TAKES_FOR_GRANTED: ReadonlySet<string> = new Set([
  "debt",
  "schema-migration",
  "third-party",
  "estimate-changed",
]);

/** True where one of its cues is said, or a way of saying that it is open (`frames/`), or the number it is about moved. */
const isSpokenOf = ({ when }: Template, seen: Features | undefined, kinds: ReadonlySet<string>): boolean =>
  ["cue@any", "says@any", "plainly@any"].some((name) => seen?.has(name)) ||
  (when.about.includes("revised") && kinds.has("revised"));

const meaningOf = (quote: string): string[] => quote.toLowerCase().match(/\p{L}{3,}/gu) ?? [];

/**
 * True where the covering words are among the very words that say it is open: "we'd reuse the auth service or write a new one",
 * "no monitoring yet".
 */
const isOpenWhereCovered = (id: string, seen: Features | undefined, lines: readonly Line[]): boolean =>
  saidPlainly(seen) !== undefined &&
  lines.every(({ role, noticed }) => {
    const open = noticed.signs
      .filter(({ sign }) => sign.startsWith(`${id}/plainly-`) && !sign.endsWith("-"))
      .flatMap(({ quote }) => meaningOf(quote));
    const covered = noticed.covered.filter(({ question }) => question === id);
    return (
      role === "pm" || covered.every(({ quote }) => meaningOf(quote).some((word) => open.includes(word)))
    );
  });

/** In plain words, why a question may not be asked at all; undefined where it may. */
export function ruledOut(
  template: Template,
  tests: readonly CueTest[],
  seen: Features | undefined,
  { asked, about, lines, kinds }: Case,
): string | undefined {
  if (template.disabled) return "switched off";
  if (asked.some(({ question }) => question === template.id)) return "asked already";
  if (!template.when.about.some((kind) => kinds.has(kind))) return "not about this kind of estimate";
  if (TAKES_FOR_GRANTED.has(template.id) && !isSpokenOf(template, seen, kinds)) return "nobody spoke of it";
  if (needsEstimate(template) && lines.every(({ estimates }) => estimates.length === 0))
    return "it speaks of an estimate, and none was given";
  const size = outOfBounds(template, about);
  if (size !== undefined) return size;
  const covered = seen?.get("covered@self") ?? seen?.get("covered@other");
  if (covered && !isOpenWhereCovered(template.id, seen, lines)) {
    const quote = covered.quote ?? "";
    return about.estimates.some((one) => one.quote.includes(quote)) ? BY_ITSELF : `${COVERED}"${quote}"`;
  }
  const settled = seen && settledPlainly(seen, "about");
  if (settled) return `${COVERED}"${settled.quote ?? ""}"`;
  const elsewhere = seen?.get("not-about");
  if (elsewhere) return `another kind of work: "${elsewhere.quote}"`;
  return tests.some((test) => TESTS[test](lines, about)) ? BY_ITSELF : undefined;
}

const TESTS: Readonly<Record<CueTest, (lines: readonly Line[], about: Line) => boolean>> = {
  "@single-number": (_, about) => about.estimates.some((estimate) => !isRange(estimate)),
  "@has-range": (_, about) => about.estimates.some(isRange),
  "@estimate-in-thread": (lines) => lines.some(isSized),
};

/** "3 weeks" in working days, the measure durations are kept in. */
export function daysIn(bound: string): number {
  const [amount = "0", unit = "day"] = bound.split(" ");
  return Number(amount) * UNIT_DAYS[unit.replace(/s$/, "") as keyof typeof UNIT_DAYS];
}

function outOfBounds({ when }: Template, about: Line): string | undefined {
  const sizes = about.estimates.flatMap(({ kind, low, high }) =>
    kind === "duration" ? [high ?? low ?? 0] : [],
  );
  if (sizes.length === 0) return undefined;
  const largest = Math.max(...sizes);
  if (when.at_least !== undefined && largest < daysIn(when.at_least)) return `smaller than ${when.at_least}`;
  if (when.at_most !== undefined && largest > daysIn(when.at_most)) return `larger than ${when.at_most}`;
  return undefined;
}
