import { askingForm } from "../telling/asking-form.ts";
import type { Pressed } from "../telling/outside.ts";
import type { Words } from "../telling/note.ts";
import { onOffer } from "../telling/suggestion-note.ts";
import { onAsked } from "../telling/verdict-note.ts";
import type { Asked, Offer, Thread, ThreadRef, Ts } from "../threads/thread.ts";
import { shorten } from "../threads/quote.ts";
import { againFor } from "./again.ts";
import { linkTo } from "./home.ts";
import { postingJob } from "./jobs.ts";
import { askedSince, meanwhile } from "./meanwhile.ts";
import { askedPressed, offerPressed, refPressed } from "./offers.ts";
import { say, openForm } from "./saying.ts";
import { isOutOfPlace } from "./out-of-place.ts";
import { type Parts, SECOND } from "./parts.ts";
import { askedOn, giveBack, post, secondTryOf } from "./posting.ts";
import { changeThread, personList } from "./records.ts";

/** "Ask in thread": opens the words to edit, and says what happened meanwhile. Nothing is posted yet. */
export async function askOffered(parts: Parts, pressed: Pressed): Promise<void> {
  const found = await offerPressed(parts, pressed);
  if (found?.question === undefined) return;
  const { ref, thread, offer, question } = found;
  const news = meanwhile(thread, offer, question, parts.library());
  // Whoever reads that it was asked already, and asks all the same, means it.
  const knows = askedSince(thread, question.id)?.id;
  const form = askingForm({
    text: question.text,
    press: onOffer("send", ref, offer, question, knows === undefined ? {} : { k: knows }),
    quote: { text: offer.quote, by: offer.by, link: await linkTo(parts, ref, offer.about) },
    ...(news.length > 0 && { meanwhile: news }),
  });
  await openForm(parts, pressed.handle, form, NOT_POSTED);
}

/** "Ask that" on a verdict: the same, with the kinder second try. */
export async function askAgain(parts: Parts, pressed: Pressed): Promise<void> {
  const found = await askedPressed(parts, pressed);
  if (found === undefined) return;
  const { ref, thread, asked } = found;
  const text = againFor(parts, thread, asked) ?? asked.text;
  const about = thread.lines.find(({ ts }) => ts === asked.about);
  const link = await linkTo(parts, ref, asked.about);
  const form = askingForm({
    text,
    press: onAsked("send", ref, asked),
    ...(about?.said !== undefined && { quote: { text: about.said, by: about.user, link } }),
  });
  await openForm(parts, pressed.handle, form, NOT_POSTED);
}

/** What a question that is about to be posted comes from. */
type Source = {
  readonly id: string;
  readonly question: string;
  readonly about: Ts;
  readonly offer?: Offer;
  /** The asked question this is a second try of: the first one then rests. */
  readonly follows?: string;
};

/** Milliseconds after which somebody looks what became of a question: it is posted within a second, as a rule. */
const POSTING = 20 * SECOND;

const NOT_POSTED = "Slack was too slow to open the form. Nothing was posted; please press the button again.";

/** The form was submitted: the one moment at which something is posted for all to see. Submitting twice posts once. */
export async function sendQuestion(parts: Parts, pressed: Pressed): Promise<void> {
  const { handle } = pressed;
  const ref = refPressed(pressed);
  const text = String(pressed.fields?.["text"] ?? "").trim();
  if (text === "") return say(parts, handle, "There were no words to ask, so nothing was posted.");
  if (await isOutOfPlace(parts, ref, handle.user)) {
    return giveBack(parts, handle, "You are not in that channel any more. Nothing was posted.", text);
  }
  // Until their words are kept or given back, the form stays open with them.
  const { kept, ...form } = pressed;
  const source = await sourceOf(parts, form);
  if (source === undefined) return giveBack(parts, handle, "Nothing was posted.", text);
  const asked: Asked = {
    id: source.id,
    question: source.question,
    text: shorten(text),
    ts: "",
    by: handle.user,
    how: "button",
    about: source.about,
    replies: [],
  };
  const known = pressed.press.about["k"];
  const hindrance = await reserve(parts, ref, asked, { ...source, text, ...(known && { known }) });
  if (hindrance !== undefined) return giveBack(parts, handle, hindrance, text);
  // From here on a job sees to it, should this process not live to.
  await kept?.();
  await post(parts, pressed, { ref, asked, text, offer: source.offer });
}

/** What the submitted form was about: a question on an offer, or the second try of one asked before. */
async function sourceOf(parts: Parts, pressed: Pressed): Promise<Source | undefined> {
  if (pressed.press.about["a"] !== undefined) {
    const again = await askedPressed(parts, pressed);
    if (again === undefined) return undefined;
    const { id, question, about } = again.asked;
    return { id: secondTryOf(id), question, about, follows: id };
  }
  const found = await offerPressed(parts, pressed);
  if (found?.question === undefined) return undefined;
  const { offer, question } = found;
  const id = askedOn(offer, question.id, pressed.handle.user);
  return { id, question: question.id, about: offer.about, offer };
}

/** Writes the question down before it is posted; or says what hinders it: submitted twice, or another PM was quicker. */
async function reserve(
  parts: Parts,
  ref: ThreadRef,
  asked: Asked,
  source: Source & { readonly known?: string; readonly text: string },
): Promise<Words | undefined> {
  let hindrance: Words | undefined;
  await changeThread(parts, ref, (thread) => {
    hindrance = thread === undefined ? "This thread is no longer kept." : hindranceIn(thread, asked, source);
    if (thread === undefined || hindrance !== undefined) return undefined;
    return {
      thread: {
        ...thread,
        asked: [...thread.asked.map((one) => (one.id === source.follows ? rested(one) : one)), asked],
        offers: thread.offers.map((one) => (one.id === source.offer?.id ? afterAsking(one, asked) : one)),
      },
      schedule: [postingJob(ref, asked.id, source.text, parts.now() + POSTING)],
      lists: { [personList(asked.by)]: parts.now() },
    };
  });
  return hindrance;
}

function hindranceIn(
  thread: Thread,
  asked: Asked,
  { follows, known }: Source & { readonly known?: string },
): Words | undefined {
  const twin = thread.asked.find((one) => one.id === asked.id);
  if (twin?.ts === "")
    return "This was submitted before, and I can't tell whether it was posted: please look into the thread.";
  if (twin !== undefined) return "This question was already posted in the thread.";
  const other = askedSince(thread, asked.question);
  if (follows !== undefined || other === undefined || other.id === known) return undefined;
  return [{ user: other.by }, " asked this in the thread while you were writing. Nothing was posted."];
}

const rested = (asked: Asked): Asked => ({ ...asked, closed: true });

function afterAsking(offer: Offer, asked: Asked): Offer {
  return {
    ...offer,
    pressed: { ...offer.pressed, [asked.question]: "asked" },
  };
}
