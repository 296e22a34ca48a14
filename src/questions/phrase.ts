import type { Estimate } from "../reading/reading.ts";
import type { Line } from "../threads/thread.ts";

/** Longer quotes read clumsily inside another sentence. */
const LONGEST = 24;
/** What can stand behind "the": a figure or a number word, as in "the 3 weeks", "the two sprints". */
const COUNTED = /^(?:~ ?)?(?:\d|two|three|four|five|six|seven|eight|nine|ten|twelve)/i;
/** What can stand alone: "a week or two", "half a day". */
const ALONE = /^(?:an?|half) /i;

/**
 * The words of a template, `ask` or `again`, as they are said in this thread about this line: fills {estimate}, {previous},
 * {vendor} and {dependency}. Never a number the engineer did not say. Without a line, "that estimate" stands for all of them.
 */
export function phrase(words: string, line: Line | undefined, lines: readonly Line[]): string {
  const filled: Readonly<Record<string, string>> = {
    estimate: (line && sayEstimate(estimateOf(line))) ?? "that estimate",
    previous: (line && (sayEstimate(previous(line, lines)) ?? sayOldValue(line))) ?? "the earlier one",
    vendor: "the vendor",
    dependency: "what it depends on",
  };
  return words.replace(/\{(\w+)\}/g, (blank, name: string) => filled[name] ?? blank);
}

/** The estimate of a line, where there is one alone, or the last takes the place of the others. */
function estimateOf({ estimates }: Line): Estimate | undefined {
  const last = estimates.at(-1);
  return estimates.length === 1 || last?.revises ? last : undefined;
}

/** Dates and vague words, and what does not begin like an amount, are left to "that estimate". */
function sayEstimate(estimate: Estimate | undefined): string | undefined {
  if (estimate === undefined || estimate.quote.length > LONGEST || /[<>\n`*_]/.test(estimate.quote))
    return undefined;
  const { kind, quote, rule, revises } = estimate;
  if (kind === "date" || kind === "vague") return undefined;
  // "The two" of "a week, two at worst" would sound as if nobody had listened; a new number stands for itself.
  if (rule === "duration-bare" && !revises) return undefined;
  if (kind === "size") return `the ${quote}`;
  if (COUNTED.test(quote) && (kind === "duration" || /p/i.test(quote))) return `the ${quote}`;
  return ALONE.test(quote) ? quote : undefined;
}

/** The value that a correction names itself, struck out as no longer holding: "was 2 weeks, now more like 5". */
function sayOldValue({ estimates, reading }: Line): string | undefined {
  if (!estimates.at(-1)?.revises) return undefined;
  const old = reading.struck.findLast(({ quote }) => COUNTED.test(quote) && quote.length <= LONGEST);
  return old && `the ${old.quote}`;
}

/** The estimate that stood before this one. */
function previous(line: Line, lines: readonly Line[]): Estimate | undefined {
  const earlier = lines
    .filter(({ ts, role }) => ts < line.ts && role === "doer")
    .flatMap(({ estimates }) => estimates);
  const now = line.estimates.at(-1)?.quote;
  return [...earlier, ...line.estimates.slice(0, -1)].findLast(({ quote }) => quote !== now);
}
