import type { Estimate } from "../reading/reading.ts";
import type { Line } from "../threads/thread.ts";
import type { Template } from "./template.ts";

const LONGEST = 24;

/** A template's question in the words of this thread: fills {estimate}, {previous}, {vendor} and {dependency}. Never a number the engineer did not say. */
export function phrase(template: Template, line: Line, lines: readonly Line[]): string {
  const filled: Readonly<Record<string, string>> = {
    estimate: sayEstimate(line.estimates.at(-1)),
    previous: sayPrevious(line, lines),
    vendor: quoteOf("vendor", lines) ?? "the vendor",
    dependency: "that dependency",
  };
  return template.ask.replace(/\{(\w+)\}/g, (blank, name: string) => filled[name] ?? blank);
}

/** "3 weeks" is repeated as it was said; dates, vague words and long quotes read clumsily inside another sentence. */
function sayEstimate(estimate: Estimate | undefined): string {
  if (estimate === undefined || estimate.quote.length > LONGEST) return "that estimate";
  const { quote } = estimate;
  switch (estimate.kind) {
    case "duration":
      return /^\d/.test(quote) && /[\d ](w|d|h|m|min)s?$/i.test(quote) ? `the ${quote}` : `the ${quote}`.replace(/^the (the|an?|half) /i, "$1 ");
    case "points":
      return /p/i.test(quote) ? `the ${quote}` : "that estimate";
    case "size":
      return `the ${quote}`;
    case "date":
    case "vague":
      return "that estimate";
  }
}

function sayPrevious(line: Line, lines: readonly Line[]): string {
  const earlier = [...lines.filter((before) => before.ts < line.ts).flatMap((before) => before.estimates), ...line.estimates.slice(0, -1)];
  const previous = earlier.findLast((estimate) => estimate.quote !== line.estimates.at(-1)?.quote);
  return previous === undefined || previous.quote.length > LONGEST ? "the earlier one" : previous.quote;
}

function quoteOf(sign: string, lines: readonly Line[]): string | undefined {
  return lines.some((line) => line.noticed.signs.some((noticed) => noticed.sign.startsWith(`${sign}:name`))) ? sign : undefined;
}
