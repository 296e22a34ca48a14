import type { Words } from "../telling/note.ts";
import { type Handle, type Heard, OutsideError, type Pressed } from "../telling/outside.ts";
import { plain, shorten } from "../threads/quote.ts";
import type { Asked, Offer, Thread, ThreadRef, Ts } from "../threads/thread.ts";
import { holdOn } from "./hold-on.ts";
import { refreshHome } from "./home.ts";
import { noteFor, refreshOthers } from "./offers.ts";
import { say, saying } from "./saying.ts";
import type { Parts } from "./parts.ts";
import { changeThread, getThread } from "./records.ts";

/** What a question that is about to be posted comes from. */
export type Source = {
  readonly id: string;
  readonly question: string;
  readonly about: Ts;
  readonly offer?: Offer;
  /** The asked question this is a second try of: the first one then rests. */
  readonly follows?: string;
};

/** Words that were not posted are never lost. */
export async function giveBack(parts: Parts, handle: Handle, why: Words, text: string): Promise<void> {
  const pieces = typeof why === "string" ? [why] : why;
  await say(parts, handle, [...pieces, " Your words, to post them yourself: ", { italic: text }]);
}

/** A question written down and not posted yet. */
type Posting = {
  readonly ref: ThreadRef;
  readonly asked: Asked;
  readonly text: string;
  readonly source: Source;
};

/** Posts a question, and says privately what became of it. Sent once: nothing is ever posted twice. */
export async function post(
  parts: Parts,
  pressed: Pressed,
  { ref, asked, text, source }: Posting,
): Promise<void> {
  const { handle } = pressed;
  const place = { team: ref.team, channel: ref.channel, thread: ref.root };
  const outcome = await tryPosting(parts, place, { by: asked.by, text });
  parts.log.info({ ...ref, user: asked.by, asked: asked.id, posted: "ts" in outcome }, "question");
  parts.tally?.question("failed" in outcome ? "failed" : "posted");
  if ("failed" in outcome) {
    await takeBack(parts, ref, asked, source);
    return giveBack(parts, handle, outcome.failed, text);
  }
  try {
    await holdOn(() => noteDown(parts, ref, asked, outcome.ts));
  } catch (error) {
    parts.log.error({ ...ref, asked: asked.id, err: error }, "posted, but not noted down");
    return say(
      parts,
      handle,
      "Your question stands in the thread. I could not note it down, so I can't follow up on it.",
    );
  }
  await sayAsked(parts, handle, ref, { asked, offer: source.offer });
  await refreshHome(parts, ref.team, asked.by);
  if (source.offer !== undefined) await refreshOthers(parts, handle, source.offer);
}

async function noteDown(parts: Parts, ref: ThreadRef, asked: Asked, ts: Ts): Promise<void> {
  await changeThread(parts, ref, (thread) => thread && { thread: standing(thread, asked.id, ts) });
}

const standing = (thread: Thread, id: string, ts: Ts): Thread => ({
  ...thread,
  hasReplies: true,
  asked: thread.asked.map((one) => (one.id === id ? { ...one, ts } : one)),
});

/**
 * Slack tells us of what we posted, as of every message, until we say that we heard it. So a question is followed also where the
 * process that posted it was killed before it could note it down.
 */
export async function heardPosted(parts: Parts, heard: Extract<Heard, { what: "posted" }>): Promise<void> {
  const ref = { team: heard.team, channel: heard.channel, root: heard.thread };
  const words = shorten(plain(heard.text));
  await changeThread(parts, ref, (thread) => {
    const open = thread?.asked.filter((one) => one.ts === "" && one.by === heard.by) ?? [];
    const one = open.find((asked) => asked.text === words) ?? (open.length === 1 ? open[0] : undefined);
    return thread && one && { thread: standing(thread, one.id, heard.ts) };
  });
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

async function tryPosting(
  parts: Parts,
  place: { team: string; channel: string; thread: Ts },
  words: { by: string; text: string },
): Promise<{ readonly ts: Ts } | { readonly failed: string }> {
  try {
    const delivery = await parts.outside.post(place, words);
    if (delivery.accepted) return { ts: delivery.ts ?? "" };
    return {
      failed: `Slack does not let me post there (${delivery.reason}). Nothing was posted. Invite me with /invite, then ask again.`,
    };
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    // Lost on the way back: it may stand in the thread. Said so, rather than posted twice.
    return {
      failed: error.uncertain
        ? "Slack did not answer, so I can't tell whether it was posted: please look into the thread."
        : "Slack did not take it. Nothing was posted.",
    };
  }
}

async function takeBack(parts: Parts, ref: ThreadRef, asked: Asked, source: Source): Promise<void> {
  await changeThread(parts, ref, (thread) => {
    if (thread === undefined) return undefined;
    const offers = thread.offers.map((one) => {
      const { [asked.question]: _taken, ...pressed } = one.pressed;
      return one.id === source.offer?.id ? { ...one, pressed } : one;
    });
    const left = thread.asked.filter((one) => one.id !== asked.id);
    return { thread: { ...thread, offers, asked: left.map((one) => roused(one, source)) } };
  });
}

/** The question a second try was made of stands open again. */
function roused(asked: Asked, { follows }: Source): Asked {
  if (asked.id !== follows) return asked;
  const { closed: _open, ...one } = asked;
  return one;
}
