import type { Estimate } from "../reading/reading.ts";
import type { Value, Valued, Words } from "./card.ts";
import { occasions, valueOf } from "./fold.ts";
import type { Line, Thread } from "./thread.ts";

/** An estimate while the thread is read from its beginning. */
type Chain = { readonly by: string; readonly worth: string; readonly valued: Valued };

/**
 * The estimates of a thread, each with what it was before. Only a number said as a correction replaces another: two
 * numbers may be about two pieces of work, and a card that calls one the new value of the other would mislead. `added`
 * are numbers in reply to a question, such as "add three days".
 */
export function estimatesOf(thread: Thread): { readonly estimates: Valued[]; readonly added: Value[] } {
  let chains: Chain[] = [];
  const added: Value[] = [];
  for (const line of occasions(thread)) {
    const now = valueIn(line);
    if (now === undefined) continue;
    const worth = valueOf(line);
    if (chains.some((chain) => chain.worth === worth)) continue;
    const next: Chain = { by: line.user, worth, valued: { now, before: saidBefore(thread, line) } };
    const old = isCorrection(line) ? corrected(chains, next) : undefined;
    if (old !== undefined) chains = chains.map((chain) => (chain === old ? after(old, next) : chain));
    else if (chains.length > 0 && repliesToQuestion(thread, line)) added.push(now);
    else chains.push(next);
  }
  return {
    estimates: chains.map((chain) => chain.valued),
    added: added.filter((value) => !isShown(thread, value)),
  };
}

const isCorrection = (line: Line) => line.estimates.some((estimate) => estimate.revises);

function valueIn(line: Line): Value | undefined {
  const news = isCorrection(line) ? line.estimates.filter((estimate) => estimate.revises) : line.estimates;
  const [first] = news;
  if (first === undefined) return undefined;
  return {
    quote: news.map((estimate) => inWords(estimate, line)).join(", "),
    ts: line.ts,
    kind: first.kind,
    ...(line.said !== undefined && { said: line.said }),
    shape: shapeOf(news),
    hedges: [...new Set(line.reading.hedges.map((hedge) => hedge.quote.toLowerCase()))],
  };
}

function shapeOf(news: readonly Estimate[]): Value["shape"] {
  if (
    news.some(({ kind, low, high }) => kind !== "date" && kind !== "vague" && (low === null || high === null))
  )
    return "bound";
  return news.every(({ low, high }) => low === high) ? "single" : "range";
}

/** "about 3 weeks": the number with the word of doubt right before it, and without "that" or "it". */
function inWords(estimate: Estimate, line: Line): string {
  const quote = estimate.quote.replace(/^(?:that|it)(?:'s)? /i, "");
  const hedge = line.reading.hedges.find((one) => one.at + one.quote.length + 1 === estimate.at);
  return hedge === undefined ? quote : `${hedge.quote} ${quote}`;
}

/** What the same message gave up: "was 2 weeks, now more like 5", or said before it was edited. */
function saidBefore(thread: Thread, line: Line): Words[] {
  const edited = thread.offers
    .filter((offer) => offer.about === line.ts && offer.value !== valueOf(line))
    .map((offer) => ({ quote: offer.quote, ts: line.ts }));
  if (!isCorrection(line)) return edited;
  const past = line.reading.struck.filter((one) => one.reason === "past");
  const old = line.estimates.filter((estimate) => !estimate.revises);
  return [...edited, ...[...past, ...old].map(({ quote }) => ({ quote, ts: line.ts }))];
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

const repliesToQuestion = (thread: Thread, line: Line): boolean =>
  thread.asked.some((asked) => asked.ts !== "" && asked.ts < line.ts && asked.about < line.ts);

/** The deciding sentence of a verdict is shown with its question. */
const isShown = (thread: Thread, value: Value): boolean =>
  thread.asked.some((asked) => asked.verdict?.ts === value.ts && asked.verdict.sentence !== undefined);
