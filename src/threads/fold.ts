import { withoutIdleWords } from "./asked-for.ts";
import { compared } from "./quote.ts";
import { withoutReasons } from "./reasons.ts";
import { type Asked, LABELS, type Line, type Offer, type Thread, type ThreadRef, type Ts } from "./thread.ts";

/** The most lines a thread remembers: those go first that say nothing, then those that no suggestion can be about. Keeps a record small in a long thread. */
const MOST_LINES = 60;

export function emptyThread(ref: ThreadRef): Thread {
  return {
    team: ref.team,
    channel: ref.channel,
    root: ref.root,
    lines: [],
    asked: [],
    offers: [],
    silences: [],
    caughtUp: false,
    notEstimates: [],
  };
}

/** The thread with this line in its place: new, or instead of what the same message said before. */
export function fold(thread: Thread, line: Line): Thread {
  const others = thread.lines.filter((other) => other.ts !== line.ts);
  const lines = [...others, line].sort((a, b) => (a.ts < b.ts ? -1 : 1));
  return { ...thread, lines: withoutIdleWords(shorten(lines)) };
}

function shorten(lines: Line[]): Line[] {
  if (lines.length <= MOST_LINES) return lines;
  const quiet = lines.findIndex((line) => !saysSomething(line));
  const idle = quiet === -1 ? lines.findIndex((line) => !isOccasion(line)) : quiet;
  return lines.toSpliced(Math.max(0, idle), 1);
}

/** True where a line carries anything a question could be chosen or ruled out by. */
export function saysSomething(line: Line): boolean {
  const { estimates, specs, reading, noticed, stated } = line;
  return (
    stated !== undefined ||
    estimates.length + specs.length + reading.topics.length + reading.covered.length > 0 ||
    noticed.cues.length + noticed.covered.length + noticed.notAbout.length + noticed.signs.length > 0
  );
}

/** Deletions one thread remembers. */
const MOST_GONE = 50;

/** The thread as if this message had never been said, but for the id that is not to come back. */
export function forgetMessage(thread: Thread, ts: Ts): Thread {
  const lines = thread.lines.filter((line) => line.ts !== ts);
  const offers = thread.offers.filter((offer) => offer.about !== ts);
  const gone = thread.lines.filter((line) => line.ts === ts);
  return {
    ...thread,
    lines,
    offers: withoutReasons(offers, gone, lines),
    silences: thread.silences.filter((silence) => silence.about !== ts),
    notEstimates: thread.notEstimates.filter((other) => other !== ts),
    asked: thread.asked
      .filter((asked) => asked.ts !== ts)
      .map((asked) => {
        const replies = asked.replies.filter((reply) => reply.ts !== ts);
        return asked.verdict?.ts === ts ? unjudged(asked, replies) : { ...asked, replies };
      }),
    gone: [...(thread.gone ?? []).filter((other) => other !== ts), ts].slice(-MOST_GONE),
  };
}

/**
 * The question with these replies, once the one that its verdict rested on is gone. What its asker was told stays told
 * where another reply says the same.
 */
export function unjudged(asked: Asked, replies: Asked["replies"]): Asked {
  const { verdict: _gone, told, ...open } = asked;
  const stays =
    told !== undefined && replies.some(({ findings }) => findings["alone"] === LABELS.indexOf(told));
  return { ...open, replies, ...(stays && { told }) };
}

/** The thread without what is older than `since` (milliseconds), but for what a younger suggestion is about; undefined where nothing is left. */
export function forgetBefore(thread: Thread, since: number): Thread | undefined {
  const young = (ts: Ts) => Number(ts) * 1000 >= since;
  const offers = thread.offers.filter((offer) => offer.at >= since);
  const about = new Set(offers.map((offer) => offer.about));
  const { gone, ...rest } = thread;
  const remembered = gone?.filter(young) ?? [];
  const stays = ({ ts }: Line) => young(ts) || about.has(ts);
  const lines = thread.lines.filter(stays);
  const past = thread.lines.filter((line) => !stays(line));
  const left: Thread = {
    ...rest,
    ...(remembered.length > 0 && { gone: remembered }),
    // A younger suggestion may give an older line's words as its reason.
    offers: past.length === 0 ? offers : withoutReasons(offers, past, lines),
    lines,
    silences: thread.silences.filter((silence) => silence.at >= since),
    asked: thread.asked
      // One that is being posted has no ts yet, and is as old as what it asks about.
      .filter((asked) => young(asked.ts || asked.about) || (asked.ts === "" && about.has(asked.about)))
      .map((asked) => ({ ...asked, replies: asked.replies.filter(({ ts }) => young(ts)) })),
  };
  return isEmpty(left) && left.gone === undefined ? undefined : left;
}

/** True where nothing is kept of what was said: at most the ids of what was deleted. */
export const isEmpty = ({ lines, asked, offers }: Thread): boolean =>
  lines.length + asked.length + offers.length === 0;

/** True where a doer says how big something is or shows a spec: what a suggestion can be about. */
export function isOccasion(line: Line): boolean {
  return line.role === "doer" && (line.estimates.length > 0 || line.specs.length > 0);
}

/** The lines a suggestion can be about, oldest first, without those somebody said are none. */
export function occasions(thread: Thread): Line[] {
  return thread.lines.filter((line) => isOccasion(line) && !thread.notEstimates.includes(line.ts));
}

/** What an occasion says, in a form that is equal where nothing really changed: "3 weeks" and "15 days" are one. */
export function valueOf(line: Line): string {
  const sizes = line.estimates.map((estimate) =>
    estimate.low === null && estimate.high === null
      ? `${estimate.kind} ${estimate.quote.toLowerCase().replaceAll(/\s+/g, " ")}`
      : `${estimate.kind} ${estimate.low ?? ""}-${estimate.high ?? ""}`,
  );
  return compared([...sizes, ...line.specs.map((spec) => spec.url)].toSorted().join("; "));
}

/**
 * The newest occasion that nothing was decided about yet, or undefined. One suggestion per estimate: the same value
 * again ("yep, 3 weeks still good") is no new occasion, a changed number is.
 */
export function openOccasion(thread: Thread): Line | undefined {
  const last = occasions(thread).at(-1);
  if (last === undefined) return undefined;
  const value = valueOf(last);
  // "No, add three days on staging" answers a question; only a changed number is news then.
  if (isReplyToQuestion(thread, last)) return undefined;
  const offered = thread.offers.some((offer) => offer.value === value);
  const silent = thread.silences.some((silence) => silence.about === last.ts && silence.value === value);
  return offered || silent ? undefined : last;
}

/** Questions that a number for the whole answers. */
const ANSWERED_BY_A_NUMBER: ReadonlySet<string> = new Set([
  "range",
  "estimate-changed",
  "spec-estimate",
  "uncertainty",
  "availability",
]);

/** True where a line answers what was asked about an earlier one: with no changed number, or where one was asked for. */
export function isReplyToQuestion(thread: Thread, line: Line): boolean {
  const last = thread.asked.findLast((asked) => asked.ts < line.ts && asked.about < line.ts);
  if (last === undefined || thread.offers.length === 0) return false;
  if (!line.estimates.some((estimate) => estimate.revises)) return true;
  const isFirst = !occasions(thread).some(({ ts }) => ts > last.ts && ts < line.ts);
  return isFirst && ANSWERED_BY_A_NUMBER.has(last.question);
}

/** True where an offer is still about what its message says: neither edited nor deleted since, nor pressed "not an estimate". */
export function standsStill(thread: Thread, offer: Offer): boolean {
  const line = thread.lines.find((one) => one.ts === offer.about);
  return line !== undefined && valueOf(line) === offer.value && !thread.notEstimates.includes(offer.about);
}

/** True while an offer of this thread still has to reach somebody. */
export function isDelivering(thread: Thread): boolean {
  return thread.offers.some((offer) =>
    Object.values(offer.to).some(({ state }) => state === "ready" || state === "sending"),
  );
}
