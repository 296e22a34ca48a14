import { askingForm } from "../telling/asking-form.ts";
import { type Handle, OutsideError, type Pressed } from "../telling/outside.ts";
import { onOffer, suggestionNote } from "../telling/suggestion-note.ts";
import { onAsked } from "../telling/verdict-note.ts";
import type { Asked, Offer, ThreadRef, Ts } from "../threads/thread.ts";
import { shorten } from "../threads/quote.ts";
import { morningFor } from "./deliver.ts";
import { linkTo, refreshHome } from "./home.ts";
import { askedPressed, offerPressed, refPressed, say, saying } from "./offers.ts";
import type { Parts } from "./parts.ts";
import { changeThread, getThread, personList } from "./records.ts";

/** "Ask in thread": opens the words to edit. Nothing is posted yet. */
export async function askOffered(parts: Parts, pressed: Pressed): Promise<void> {
  const found = await offerPressed(parts, pressed);
  if (found?.question === undefined) return;
  const { ref, thread, offer, question } = found;
  const asked = thread.asked.find((one) => one.question === question.id && one.ts !== "");
  const meanwhile = asked && `Meanwhile: this was asked in the thread already.`;
  const form = askingForm({
    text: question.text,
    press: onOffer("send", ref, offer, question),
    quote: { text: offer.quote, by: offer.by, link: await linkTo(parts, ref, offer.about) },
    ...(meanwhile && { meanwhile }),
  });
  if (!(await parts.outside.open(pressed.handle, form))) await sayPressAgain(parts, pressed.handle);
}

/** "Ask that" on a verdict: the same, with the kinder second try. */
export async function askAgain(parts: Parts, pressed: Pressed): Promise<void> {
  const found = await askedPressed(parts, pressed);
  if (found === undefined) return;
  const { ref, asked } = found;
  const text = parts.library().byId.get(asked.question)?.again ?? asked.text;
  const form = askingForm({ text, press: onAsked("send", ref, asked) });
  if (!(await parts.outside.open(pressed.handle, form))) await sayPressAgain(parts, pressed.handle);
}

const sayPressAgain = (parts: Parts, handle: Handle) =>
  say(
    parts,
    handle,
    "Slack was too slow to open the form. Nothing was posted; please press the button again.",
  );

/** The form was submitted: the one moment at which something is posted for all to see. Submitting twice posts once. */
export async function sendQuestion(parts: Parts, pressed: Pressed): Promise<void> {
  const ref = refPressed(pressed);
  const text = String(pressed.fields?.["text"] ?? "").trim();
  if (text === "") return;
  const source = await sourceOf(parts, pressed);
  if (source === undefined) return;
  const asked: Asked = {
    id: source.id,
    question: source.question,
    text: shorten(text),
    ts: "",
    by: pressed.handle.user,
    how: "button",
    about: source.about,
    replies: [],
  };
  if (!(await reserve(parts, ref, asked, source))) {
    return say(parts, pressed.handle, "This question was already posted in the thread.");
  }
  await post(parts, pressed, { ref, asked, text, offer: source.offer });
}

type Source = {
  readonly id: string;
  readonly question: string;
  readonly about: Ts;
  readonly offer?: Offer;
  /** The asked question this is a second try of: the first one then rests. */
  readonly follows?: string;
};

/** What the submitted form was about: a question on an offer, or the second try of one asked before. */
async function sourceOf(parts: Parts, pressed: Pressed): Promise<Source | undefined> {
  if (pressed.press.about["a"] !== undefined) {
    const again = await askedPressed(parts, pressed);
    if (again === undefined) return undefined;
    const { id, question, about } = again.asked;
    return { id: `${id}+`, question, about, follows: id };
  }
  const found = await offerPressed(parts, pressed);
  if (found?.question === undefined) return undefined;
  const { offer, question } = found;
  return { id: `${offer.id}-${question.id}`, question: question.id, about: offer.about, offer };
}

/** Writes the question down before it is posted. False where the same question was submitted before. */
async function reserve(parts: Parts, ref: ThreadRef, asked: Asked, source: Source): Promise<boolean> {
  let first = false;
  await changeThread(parts, ref, (thread) => {
    first = thread !== undefined && !thread.asked.some((one) => one.id === asked.id);
    if (thread === undefined || !first) return undefined;
    return {
      thread: {
        ...thread,
        asked: [...thread.asked.map((one) => (one.id === source.follows ? rested(one) : one)), asked],
        offers: thread.offers.map((one) => (one.id === source.offer?.id ? afterAsking(one, asked) : one)),
      },
      lists: { [personList(asked.by)]: parts.now() },
    };
  });
  return first;
}

const rested = (asked: Asked): Asked => ({ ...asked, closed: true });

function afterAsking(offer: Offer, asked: Asked): Offer {
  return {
    ...offer,
    pressed: { ...offer.pressed, [asked.question]: "asked" },
  };
}

type Posting = {
  readonly ref: ThreadRef;
  readonly asked: Asked;
  readonly text: string;
  readonly offer?: Offer | undefined;
};

async function post(parts: Parts, pressed: Pressed, { ref, asked, text, offer }: Posting): Promise<void> {
  const place = { team: ref.team, channel: ref.channel, thread: ref.root };
  const outcome = await tryPosting(parts, place, { by: asked.by, text });
  parts.log.info({ ...ref, user: asked.by, asked: asked.id, posted: "ts" in outcome }, "question");
  if ("failed" in outcome) {
    await takeBack(parts, ref, asked, offer);
    return say(parts, pressed.handle, [
      `${outcome.failed} Nothing was posted. Your words, to post them yourself: `,
      { italic: text },
    ]);
  }
  const { zone } = await parts.outside.person(ref.team, asked.by);
  const morning = await morningFor(parts, ref.team, asked.by, zone);
  await changeThread(parts, ref, (thread) => {
    if (thread === undefined) return undefined;
    const posted = (one: Asked) => (one.id === asked.id ? { ...one, ts: outcome.ts } : one);
    return { thread: { ...thread, hasReplies: true, asked: thread.asked.map(posted) }, schedule: [morning] };
  });
  await sayAsked(parts, pressed.handle, ref, { asked, offer });
  await refreshHome(parts, ref.team, asked.by);
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
    ? suggestionNote({ ref, offer: now, link: await linkTo(parts, ref, now.about) })
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
      failed: `Slack does not let me post there (${delivery.reason}). Invite me with /invite, then ask again.`,
    };
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    // Lost on the way back: it may stand in the thread. Said so, rather than posted twice.
    return {
      failed: error.uncertain
        ? "Slack did not answer; please look into the thread first."
        : "Slack did not take it.",
    };
  }
}

async function takeBack(parts: Parts, ref: ThreadRef, asked: Asked, offer: Offer | undefined): Promise<void> {
  await changeThread(parts, ref, (thread) => {
    if (thread === undefined) return undefined;
    const offers = thread.offers.map((one) => {
      const { [asked.question]: _taken, ...pressed } = one.pressed;
      return one.id === offer?.id ? { ...one, pressed } : one;
    });
    return { thread: { ...thread, offers, asked: thread.asked.filter((one) => one.id !== asked.id) } };
  });
}
