import { withUnit } from "../reading/in-full.ts";
import { putsRight } from "../reading/puts-right.ts";
import { read } from "../reading/read.ts";
import type { Manner } from "../reading/reading.ts";
import { occasions } from "../threads/fold.ts";
import type { Line, Message, ThreadRef, Ts } from "../threads/thread.ts";
import { type Parts, SECOND } from "./parts.ts";
import { isAnother } from "./put-right.ts";
import { channelList, getThread, refOf } from "./records.ts";

/** How long after a message outside threads its author may still put it right, in milliseconds. */
const PUT_RIGHT_WITHIN = 10 * 60 * SECOND;
/** Threads of a channel looked through: more than begin in that time. */
const MOST_LATER = 50;

/**
 * The number by which the author of a line outside threads put it right outside threads, each in a thread of its own for us; undefined
 * where they did not, or went on to another work.
 */
export async function putRightLater(parts: Parts, ref: ThreadRef, line: Line): Promise<string | undefined> {
  if (line.ts !== ref.root) return undefined;
  const keys = await parts.store.list(ref.team, channelList(ref.channel), parts.now(), MOST_LATER);
  const later = keys.map(refOf).filter(({ root }) => isSoonAfter(root, line.ts));
  const threads = await Promise.all(later.map((other) => getThread(parts, other)));
  const said = threads
    .flatMap((thread) => (thread ? occasions(thread).filter(({ ts }) => ts === thread.root) : []))
    .filter(({ user }) => user === line.user)
    .toSorted((a, b) => (a.ts < b.ts ? -1 : 1));
  let now = line;
  for (const next of said) {
    if (!putsLineRight(next, now)) break;
    now = next;
  }
  const [better] = now.estimates;
  if (now === line || better === undefined) return undefined;
  const before = line.estimates.map(({ quote }) => quote);
  return withUnit(better, before).replace(/^(?:that|it) /i, "");
}

const isSoonAfter = (ts: Ts, since: Ts): boolean =>
  ts > since && (Number(ts) - Number(since)) * SECOND < PUT_RIGHT_WITHIN;

function putsLineRight({ estimates: [only, ...more], said = "" }: Line, old: Line): boolean {
  if (only === undefined || more.length > 0 || !isAnother(old.estimates, only)) return false;
  return putsRight(said, { at: said.indexOf(only.quote), quote: only.quote }, { before: old.said });
}

/** The message outside threads that this one puts right: its author's last number, of the same kind, a moment ago. */
export function putRightBy(messages: readonly Message[], root: Ts, manner: Manner): Ts | undefined {
  const at = messages.findIndex(({ ts }) => ts === root);
  const message = messages[at];
  if (message === undefined) return undefined;
  const reading = (index: number) =>
    read(messages[index]?.text ?? "", { manner, ...textBefore(messages, index) });
  const is = (one: Message, index: number) =>
    index < at &&
    one.user === message.user &&
    one.thread === undefined &&
    reading(index).estimates.length > 0;
  const before = messages.findLastIndex(is);
  const old = messages[before];
  if (old === undefined || !isSoonAfter(root, old.ts)) return undefined;
  const [only, ...more] = read(message.text, { manner, before: old.text }).estimates;
  if (only === undefined || more.length > 0 || !isAnother(reading(before).estimates, only)) return undefined;
  return putsRight(message.text, only, { before: old.text }) ? old.ts : undefined;
}

function textBefore(messages: readonly Message[], index: number): { readonly before?: string } {
  const before = messages[index - 1]?.text;
  return before === undefined ? {} : { before };
}

/** The line as context of what took its place: its number holds no longer. */
export function givenUp({ said: _gone, ...line }: Line): Line {
  const past = line.estimates.map(({ quote, at }) => ({ quote, at, reason: "past" as const }));
  const reading = { ...line.reading, struck: [...line.reading.struck, ...past] };
  return { ...line, estimates: [], reading };
}
