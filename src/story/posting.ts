import type { Words } from "../telling/note.ts";
import {
  type Delivery,
  type Handle,
  type Heard,
  OutsideError,
  type Posted,
  type Pressed,
} from "../telling/outside.ts";
import { plain, shorten } from "../threads/quote.ts";
import type { Asked, Offer, Thread, ThreadRef, Ts } from "../threads/thread.ts";
import { morningFor, zoneOrUtc } from "./next-morning.ts";
import { holdOn } from "./hold-on.ts";
import { refreshHome } from "./home.ts";
import { postingJobId } from "./jobs.ts";
import { noteFor, refreshOthers } from "./offers.ts";
import { say, saying } from "./saying.ts";
import { type Parts, SECOND } from "./parts.ts";
import { changeThread, getThread } from "./records.ts";

/** What a question on an offer is called in its thread, and what the second try of a question is. */
export const askedOn = (offer: Offer, question: string, user: string) => `${offer.id}-${question}-${user}`;
export const secondTryOf = (id: string) => `${id}+`;

/** Words that were not posted are never lost. */
export async function giveBack(parts: Parts, handle: Handle, why: Words, text: string): Promise<void> {
  await say(parts, handle, withWords(why, text));
}

export const withWords = (why: Words, text: string): Exclude<Words, string> => [
  ...(typeof why === "string" ? [why] : why),
  " Your words, to post them yourself: ",
  { italic: text },
];

/** A question written down and not posted yet. */
type Posting = {
  readonly ref: ThreadRef;
  readonly asked: Asked;
  readonly text: string;
  readonly offer: Offer | undefined;
};

/**
 * Posts a question, and says privately what became of it. Sent once: nothing is ever posted twice. What this process does not live
 * to see to, and what nobody can tell for now, is left to the job that was scheduled with the question.
 */
export async function post(parts: Parts, pressed: Pressed, posting: Posting): Promise<void> {
  const { ref, asked, text, offer } = posting;
  const { handle } = pressed;
  const morning = await morningFor(parts, ref.team, asked.by, await zoneOrUtc(parts, ref.team, asked.by));
  const outcome = await tryPosting(parts, posting);
  if (outcome === "left") return;
  parts.log.info({ ...ref, user: asked.by, asked: asked.id, posted: "ts" in outcome }, "question");
  parts.tally?.question("failed" in outcome ? "failed" : "posted");
  if ("failed" in outcome) {
    await giveBack(parts, handle, outcome.failed, text);
    return outcome.uncertain ? undefined : takeBack(parts, ref, asked);
  }
  try {
    await holdOn(() => noteDown(parts, ref, asked.id, { ts: outcome.ts, morning }));
  } catch (error) {
    parts.log.error({ ...ref, asked: asked.id, err: error }, "posted, but not noted down");
    return say(
      parts,
      handle,
      "Your question stands in the thread. I could not note it down just now, and will try once more.",
    );
  }
  await sayAsked(parts, handle, ref, { asked, offer });
  await refreshHome(parts, ref.team, asked.by);
  if (offer !== undefined) await refreshOthers(parts, handle, offer);
}

/** The question stands in its thread: it is followed from now on, and mentioned in the morning if nobody answers. */
export async function noteDown(
  parts: Parts,
  ref: ThreadRef,
  id: string,
  { ts, morning }: { readonly ts: Ts; readonly morning: Awaited<ReturnType<typeof morningFor>> },
): Promise<void> {
  await changeThread(
    parts,
    ref,
    (thread) =>
      thread && {
        thread: standing(thread, id, ts),
        schedule: [morning],
        cancel: [postingJobId(ref, id)],
      },
  );
}

const standing = (thread: Thread, id: string, ts: Ts): Thread => ({
  ...thread,
  hasReplies: true,
  asked: thread.asked.map((one) => (one.id === id ? standingAt(one, ts) : one)),
});

const standingAt = ({ sent: _over, ...asked }: Asked, ts: Ts): Asked => ({ ...asked, ts });

/**
 * Slack tells us of what we posted, as of every message, until we say that we heard it. So a question is followed also where the
 * process that posted it was killed before it could note it down.
 */
export async function heardPosted(parts: Parts, heard: Extract<Heard, { what: "posted" }>): Promise<void> {
  const ref = { team: heard.team, channel: heard.channel, root: heard.thread };
  await changeThread(parts, ref, (thread) => {
    const one = thread && askedIn(thread, heard);
    return one && { thread: standing(thread, one.id, heard.ts) };
  });
}

/** Milliseconds by which our clock may be ahead of Slack's. */
const AHEAD = 5 * SECOND;

/**
 * Which of the questions that are being posted this is; undefined where it is known already, as an event that comes late or twice. Slack
 * may hold the words in another form than they were sent in: then it is the only one it can be, and no older than that.
 */
export function askedIn(thread: Thread, { ts, by, text }: Posted): Asked | undefined {
  if (thread.asked.some((one) => one.ts === ts)) return undefined;
  const open = thread.asked.filter((one) => one.ts === "" && one.by === by);
  const words = shorten(plain(text));
  const [only, ...more] = open;
  const since = more.length === 0 ? (only?.sent ?? Infinity) : Infinity;
  return open.find((one) => one.text === words) ?? (Number(ts) * SECOND >= since - AHEAD ? only : undefined);
}

/** The private note that was pressed says so now, where it can still be reached. */
async function sayAsked(
  parts: Parts,
  handle: Handle,
  ref: ThreadRef,
  { asked, offer }: { readonly asked: Asked; readonly offer: Offer | undefined },
): Promise<void> {
  if (handle.responseUrl === undefined) return;
  const thread = await getThread(parts, ref);
  const now = thread?.offers.find((one) => one.id === offer?.id);
  const note = now
    ? await noteFor(parts, handle.user, { ref, offer: now })
    : saying(["Asked in the thread: ", { italic: asked.text }]);
  await parts.outside.answer(handle, note, "replace");
}

/** `left`: somebody else saw to it meanwhile. `uncertain`: it may stand in the thread all the same. */
type Outcome = { readonly ts: Ts } | { readonly failed: string; readonly uncertain: boolean } | "left";

async function tryPosting(parts: Parts, { ref, asked, text }: Posting): Promise<Outcome> {
  const place = { team: ref.team, channel: ref.channel, thread: ref.root };
  const failed = (why: string, uncertain = false) => ({ failed: why, uncertain });
  let begun: boolean | undefined;
  try {
    const delivery: Delivery & { readonly ts?: Ts } = await parts.outside.post(
      place,
      { by: asked.by, text },
      async () => (begun = await beginPosting(parts, ref, asked.id)),
    );
    if (begun === false) return "left";
    if (delivery.accepted) return { ts: delivery.ts ?? "" };
    return failed(
      `Slack does not let me post there (${delivery.reason}). Nothing was posted. Invite me with /invite, then ask again.`,
    );
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    // Lost on the way back: it may stand in the thread. Said so, rather than posted twice.
    return error.uncertain
      ? failed(
          "Slack did not answer, so I can't tell whether it was posted: please look into the thread.",
          true,
        )
      : failed("Slack did not take it. Nothing was posted.");
  }
}

/** Marks a question as being posted, right before Slack is asked to. False where somebody else did so, or has given it up. */
export async function beginPosting(parts: Parts, ref: ThreadRef, id: string): Promise<boolean> {
  let begun = false;
  await changeThread(parts, ref, (thread) => {
    const one = thread?.asked.find((asked) => asked.id === id);
    begun = one !== undefined && one.ts === "" && one.sent === undefined;
    if (thread === undefined || !begun) return undefined;
    const asked = thread.asked.map((other) => (other === one ? { ...other, sent: parts.now() } : other));
    return { thread: { ...thread, asked } };
  });
  return begun;
}

/** As if it had never been sent: whoever sent it can press the button again. */
export async function takeBack(parts: Parts, ref: ThreadRef, asked: Asked): Promise<void> {
  await changeThread(parts, ref, (thread) => {
    if (thread === undefined) return undefined;
    const offers = thread.offers.map((one) => {
      if (askedOn(one, asked.question, asked.by) !== asked.id) return one;
      const { [asked.question]: _taken, ...pressed } = one.pressed;
      return { ...one, pressed };
    });
    const left = thread.asked.filter((one) => one.id !== asked.id);
    return {
      thread: { ...thread, offers, asked: left.map((one) => roused(one, asked)) },
      cancel: [postingJobId(ref, asked.id)],
    };
  });
}

/** The question a second try was made of stands open again. */
function roused(asked: Asked, again: Asked): Asked {
  if (secondTryOf(asked.id) !== again.id) return asked;
  const { closed: _open, ...one } = asked;
  return one;
}
