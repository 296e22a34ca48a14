import { theDate } from "../reading/date-in-full.ts";
import { theAmount, theSize, withUnit } from "../reading/in-full.ts";
import type { Estimate } from "../reading/reading.ts";
import { isSized, type Line } from "../threads/thread.ts";
import { hasMoved } from "./features.ts";
import type { Template } from "./template.ts";
import { properName } from "./words-of-names.ts";

const BLANK = /\{(\w+)\}/g;
/** The blanks that an estimate fills, and without which a question is asked by its `unsized` words. */
const SIZED = /\{(?:estimate|previous)\}/;

/** True where a question speaks of an estimate and has no words for where there is none. */
export const needsEstimate = ({ ask, unsized }: Pick<Template, "ask" | "unsized">): boolean =>
  SIZED.test(ask) && unsized === undefined;

/** A question as it is asked about this line: by its `unsized` words where its estimate cannot be named. */
export function phraseAsk(template: Template, line: Line | undefined, lines: readonly Line[]): string {
  const { ask, unsized, id } = template;
  const whole = fill(ask, line, lines, id);
  if (unsized === undefined || (whole.named && line !== undefined)) return whole.text;
  return phrase(unsized, line, lines, id);
}

/**
 * The words of a template as they are said in this thread about this line: fills {estimate}, {previous}, {vendor} and
 * {dependency}, the last two for the question `id`. Never a number the engineer did not say.
 */
export const phrase = (words: string, line: Line | undefined, lines: readonly Line[], id?: string): string =>
  fill(words, line, lines, id).text;

/** `named`: every estimate that the words speak of could be named. */
type Filled = { readonly text: string; readonly named: boolean };

function fill(words: string, line: Line | undefined, lines: readonly Line[], id?: string): Filled {
  let named = true;
  const text = words.replace(BLANK, (blank, name: string, at: number) => {
    const dates = fitsDate(words.slice(0, at), words.slice(at + blank.length));
    if (name === "vendor") return vendor(line, lines, id) ?? "the vendor";
    if (name === "dependency") return dependency(line, lines, id) ?? "something it depends on";
    if (name !== "estimate" && name !== "previous") return blank;
    const about = line && estimateOf(line, lines);
    const said = about && (name === "estimate" ? say(about, dates, lines) : sayPrevious(about, dates, lines));
    if (said === undefined) named = false;
    return said ?? (name === "previous" ? "the earlier one" : unnamed(about, lines));
  });
  return { text, named };
}

/** An estimate with the line it stands in. */
type Said = { readonly estimate: Estimate; readonly line: Line };

/** Something is always said: "that date", or "the work" where nobody has said how much it is. */
function unnamed(about: Said | undefined, lines: readonly Line[]): string {
  if (about?.estimate.kind === "date") return "that date";
  return lines.some(({ estimates }) => estimates.length > 0) ? "that estimate" : "the work";
}

/** A point in time goes where time is pointed at: "for … to hold", "from … to …". It includes nothing and has no parts. */
const fitsDate = (before: string, after: string): boolean =>
  /\b(?:from|to|by|before|until|make|hit) $/i.test(before) ||
  (/\bfor $/i.test(before) && /^ to\b/.test(after));

/** The estimate of a line, where there is one alone, or the last takes the place of the others; of a line without any, the newest in the thread. */
function estimateOf(line: Line, lines: readonly Line[]): Said | undefined {
  const holds = line.estimates.length > 0 ? line : lines.findLast(isSized);
  const last = holds?.estimates.at(-1);
  if (holds === undefined || last === undefined) return undefined;
  return holds.estimates.length === 1 || last.revises ? { estimate: last, line: holds } : undefined;
}

/** As many words as are surely the estimate: not for "quick one", nor for markup. */
function say({ estimate, line }: Said, dates: boolean, lines: readonly Line[]): string | undefined {
  const { kind, quote, rule, revises } = estimate;
  if (/[<>\n`*_]/.test(quote)) return undefined;
  if (kind === "date") return dates ? theDate(quote) : undefined;
  if (kind === "size") return theSize(quote);
  if (kind === "points") return theAmount(quote) ?? theNumber(quote);
  // "The two" of "a week, two at worst" would sound as if nobody had listened; a new number stands for itself.
  if (kind === "vague" || (rule === "duration-bare" && !revises)) return undefined;
  return theAmount(withUnit(estimate, saidBefore(line, lines)));
}

/** "A 5", said where story points are counted. */
function theNumber(quote: string): string | undefined {
  const number = /^(?:~|an? |maybe (?:an? )?|about (?:an? )?)?(\d{1,3}(?: ?- ?\d{1,3})?)$/i.exec(quote)?.[1];
  return number && `the ${number}`;
}

/** The words in which a unit may have been said: earlier numbers, and those that the same message struck out. */
const saidBefore = (line: Line, lines: readonly Line[]): string[] =>
  lines
    .filter(({ ts }) => ts <= line.ts)
    .flatMap(({ estimates, reading }) => [...reading.struck, ...estimates].map(({ quote }) => quote));

/** The estimate that stood before this one, or the value that a correction gives up itself: "was 2 weeks, now more like 5". */
function sayPrevious(about: Said, dates: boolean, lines: readonly Line[]): string | undefined {
  const { estimate, line } = about;
  const earlier = lines
    .filter(({ ts, role }) => ts < line.ts && role === "doer")
    .flatMap((one) => one.estimates.map((other): Said => ({ estimate: other, line: one })));
  const same = line.estimates.slice(0, -1).map((other): Said => ({ estimate: other, line }));
  const edited = line.was ? [{ estimate: line.was, line }] : [];
  const before = [...earlier, ...edited, ...same].findLast(
    ({ estimate: { quote, kind } }) => quote !== estimate.quote && isDate(kind) === isDate(estimate.kind),
  );
  return before === undefined ? sayOldValue(about, dates) : say(before, dates, lines);
}

const isDate = (kind: Estimate["kind"]) => kind === "date";

/** The value struck out as no longer holding. */
function sayOldValue({ estimate, line }: Said, dates: boolean): string | undefined {
  if (!estimate.revises && !hasMoved([line])) return undefined;
  const old = line.reading.struck.filter(({ reason }) => reason === "past" || reason === "other-number");
  const said = old.map(({ quote }) => (isDate(estimate.kind) ? dates && theDate(quote) : theAmount(quote)));
  return said.findLast((words) => typeof words === "string") || undefined;
}

/** The vendor by name, where the question was asked for a name; else by the noun the message has for it. */
const vendor = (line: Line | undefined, lines: readonly Line[], id: string | undefined) =>
  inThread(line, lines, ({ noticed }) => nameFor(noticed, id) ?? noticed.named?.vendor);

const dependency = (line: Line | undefined, lines: readonly Line[], id: string | undefined) =>
  inThread(line, lines, ({ noticed }) => noticed.named?.dependency ?? nameFor(noticed, id));

/** What the line itself names, else the newest other line that does. */
function inThread(
  line: Line | undefined,
  lines: readonly Line[],
  find: (line: Line) => string | undefined,
): string | undefined {
  const others = lines.filter(({ ts }) => ts !== line?.ts).toReversed();
  for (const one of line === undefined ? others : [line, ...others]) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The one name among the words that led to a question; of two, neither is surely the one. */
function nameFor({ cues }: Line["noticed"], id: string | undefined): string | undefined {
  const names = cues
    .filter(({ question }) => question.replace(/[?!-]$/, "") === id)
    .flatMap(({ quote, name }) => properName(quote) ?? (name ? [quote] : []));
  const [only, ...more] = new Set(names);
  return more.length === 0 ? only : undefined;
}
