import type { Estimate } from "../reading/reading.ts";
import { askedFor } from "./asked-for.ts";
import type { Value, Valued, Words } from "./card.ts";
import { occasions, valueOf } from "./fold.ts";
import type { Line, Thread } from "./thread.ts";

/** An estimate while the thread is read from its beginning. */
type Chain = { readonly by: string; readonly worth: string; readonly valued: Valued };

/** The words of an estimate with the unit that was said before it: "5" after "the 2 weeks" is "5 weeks". */
export type WithUnit = (estimate: Estimate, before: readonly string[]) => string;

/**
 * The estimates of a thread, each with what it was before. Only a number said as a correction replaces another: two
 * numbers may be about two pieces of work, and a card that calls one the new value of the other would mislead. Numbers in
 * reply to a question stand apart: `plus` where they are said to come on top, `also` where that is left open.
 */
export function estimatesOf(
  thread: Thread,
  reader: string,
  withUnit: WithUnit,
): {
  readonly estimates: Valued[];
  readonly plus: Value[];
  readonly also: Value[];
} {
  let chains: Chain[] = [];
  const replies: Value[] = [];
  for (const line of occasions(thread)) {
    const now = valueIn(thread, line, withUnit);
    if (now === undefined) continue;
    const worth = valueOf(line);
    if (chains.some((chain) => chain.worth === worth)) continue;
    const next: Chain = { by: line.user, worth, valued: { now, before: saidBefore(line) } };
    const old = isNews(line, chains) ? corrected(chains, next) : undefined;
    if (old !== undefined) chains = chains.map((chain) => (chain === old ? after(old, next) : chain));
    else if (answersAbout(thread, line, chains)) replies.push(now);
    else chains.push(next);
  }
  const estimates = chains.map((chain) => chain.valued);
  const plus = replies.filter((value) => isOnTop(value) && estimates.every(({ now }) => now.ts < value.ts));
  const also = replies.filter((value) => !plus.includes(value) && !isShown(thread, value, reader));
  return { estimates, plus, also };
}

const ON_TOP_BEFORE =
  /(?:\b(?:add|adds|adding|plus|another|extra|additional)|\+) ?(?:about |around |roughly |maybe |a |an )?$/i;
const ON_TOP_AFTER = /^ (?:on top|extra|more)\b/i;

/** True for "add three days" and "two days on top". */
function isOnTop({ said = "", quote }: Value): boolean {
  const at = said.indexOf(quote);
  if (at === -1) return false;
  return ON_TOP_BEFORE.test(said.slice(0, at)) || ON_TOP_AFTER.test(said.slice(at + quote.length));
}

const CHANGED = /\b(?:now|closer|instead|after all|updated?)\b/i;

/** "5 weeks now" by the one who gave the only number of that kind: a correction, though it names no earlier one. */
function isNews(line: Line, chains: readonly Chain[]): boolean {
  if (isCorrection(line)) return true;
  const alike = chains.filter(({ valued }) => valued.now.kind === line.estimates[0]?.kind);
  const [only] = alike;
  return (
    line.estimates.length === 1 &&
    alike.length === 1 &&
    only?.by === line.user &&
    CHANGED.test(line.said ?? "")
  );
}

const isCorrection = (line: Line) => line.estimates.some((estimate) => estimate.revises);

function valueIn(thread: Thread, line: Line, withUnit: WithUnit): Value | undefined {
  const news = isCorrection(line) ? line.estimates.filter((estimate) => estimate.revises) : line.estimates;
  const [first] = news;
  if (first === undefined) return undefined;
  const before = thread.lines
    .filter(({ ts }) => ts <= line.ts)
    .flatMap(({ estimates, reading }) => [...reading.struck, ...estimates].map(({ quote }) => quote));
  const asked = askedFor(thread.lines, line.ts);
  return {
    ...(asked && { asked }),
    quote: news.map((estimate) => inWords(estimate, line, withUnit(estimate, before))).join(", "),
    ts: line.ts,
    kind: first.kind,
    ...(line.said !== undefined && { said: line.said }),
    shape: shapeOf(news),
    hedges: [...new Set(line.reading.hedges.map((hedge) => hedge.quote.toLowerCase()))],
  };
}

function shapeOf(news: readonly Estimate[]): Value["shape"] {
  if (news.length > 1) return "several";
  if (
    news.some(({ kind, low, high }) => kind !== "date" && kind !== "vague" && (low === null || high === null))
  )
    return "bound";
  return news.every(({ low, high }) => low === high) ? "single" : "range";
}

/** "about 3 weeks": the number, with the word of doubt right before it, and without "that" or "it". */
function inWords(estimate: Estimate, line: Line, whole: string): string {
  const quote = whole.replace(/^(?:that|it)(?:'s)? /i, "");
  const hedge = line.reading.hedges.find((one) => one.at + one.quote.length + 1 === estimate.at);
  return hedge === undefined ? quote : `${hedge.quote} ${quote}`;
}

/** What the same message gave up: "was 2 weeks, now more like 5", and what it said before it was edited. */
function saidBefore(line: Line): Words[] {
  const { was, ts, reading } = line;
  const past = reading.struck.filter((one) => one.reason === "past");
  const old = line.estimates.filter((estimate) => !estimate.revises);
  const given = isCorrection(line) ? [...past, ...old] : [];
  const all = was === undefined || given.some(({ quote }) => quote === was.quote) ? given : [was, ...given];
  return all.map(({ quote }) => ({ quote, ts }));
}

/** Which estimate a correction corrects: the newest of the same person and kind, else of either, else the newest. */
function corrected(chains: readonly Chain[], next: Chain): Chain | undefined {
  const sameKind = (chain: Chain) => chain.valued.now.kind === next.valued.now.kind;
  const sameBy = (chain: Chain) => chain.by === next.by;
  return (
    chains.findLast((chain) => sameKind(chain) && sameBy(chain)) ??
    chains.findLast(sameKind) ??
    chains.findLast(sameBy) ??
    chains.at(-1)
  );
}

/** The old value is known from its own message: what the correction says of it is left out. */
function after(old: Chain, next: Chain): Chain {
  const before = [...old.valued.before, old.valued.now];
  return { by: next.by, worth: next.worth, valued: { now: next.valued.now, before } };
}

/** True for a number in reply to a question about an estimate; asked about a spec, it is the first estimate itself. */
const answersAbout = (thread: Thread, line: Line, chains: readonly Chain[]): boolean =>
  thread.asked.some(
    ({ ts, about }) =>
      ts !== "" &&
      ts < line.ts &&
      about < line.ts &&
      (chains.length > 0 || thread.lines.every((other) => other.ts !== about)),
  );

/** The deciding sentence of a verdict is shown with its question, to whoever asked. */
const isShown = (thread: Thread, value: Value, reader: string): boolean =>
  thread.asked.some(
    ({ by, verdict }) => by === reader && verdict?.ts === value.ts && verdict.sentence !== undefined,
  );
