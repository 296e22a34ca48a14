import { isOccasion, unjudged } from "./fold.ts";
import { withoutReasons } from "./reasons.ts";
import type { Asked, Thread } from "./thread.ts";

/** True where anything in the thread is by, for or about this person. */
export const isAbout = (thread: Thread, user: string): boolean => JSON.stringify(thread).includes(user);

/**
 * The thread as if this person had never written in it: their lines, what was suggested and asked about them, their
 * replies, and the verdicts that rest on those. Undefined where no estimate or spec of anybody else is left: such a
 * thread stood on theirs.
 */
export function withoutWordsOf(thread: Thread, user: string): Thread | undefined {
  const theirs = thread.lines.filter((line) => line.user === user);
  const gone = new Set([
    ...theirs.map((line) => line.ts),
    ...thread.offers.filter((offer) => offer.by === user).map((offer) => offer.about),
  ]);
  const lines = thread.lines.filter((line) => line.user !== user);
  const offers = thread.offers.filter((offer) => !gone.has(offer.about));
  if (offers.length === 0 && !lines.some(isOccasion)) return undefined;
  const typedByThem = (one: Asked) => one.how === "hand" && one.by === user;
  return {
    ...thread,
    lines,
    offers: withoutReasons(offers, theirs, lines),
    silences: thread.silences.filter((silence) => !gone.has(silence.about)),
    notEstimates: thread.notEstimates.filter((ts) => !gone.has(ts)),
    asked: thread.asked
      .filter((one) => !gone.has(one.about) && !typedByThem(one))
      .map((one) => withoutRepliesOf(one, user)),
  };
}

/** A verdict stands only where the reply it rests on is still there. */
function withoutRepliesOf(asked: Asked, user: string): Asked {
  const replies = asked.replies.filter((reply) => reply.user !== user);
  const untouched = replies.length === asked.replies.length && asked.verdict?.ts === undefined;
  const stands = untouched || replies.some((reply) => reply.ts === asked.verdict?.ts);
  return stands ? { ...asked, replies } : unjudged(asked, replies);
}

/**
 * The same, and without what was shown to them or asked, pressed and corrected by them. Undefined as above. A suggestion that
 * nobody else saw stays, shown to nobody: the same is not suggested again.
 */
export function withoutPerson(thread: Thread, user: string): Thread | undefined {
  const left = withoutWordsOf(thread, user);
  return (
    left && {
      ...left,
      offers: left.offers.map((offer) => ({ ...offer, to: without(offer.to, user) })),
      silences: left.silences.map(({ to, ...silence }) => ({
        ...silence,
        ...(to && { to: without(to, user) }),
      })),
      asked: left.asked.filter((one) => one.by !== user && one.verdict?.correctedBy !== user),
    }
  );
}

const without = <T>(to: Readonly<Record<string, T>>, user: string): Record<string, T> =>
  Object.fromEntries(Object.entries(to).filter(([other]) => other !== user));
