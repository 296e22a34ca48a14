import type { Note } from "../telling/note.ts";
import type { Handle, Pressed } from "../telling/outside.ts";
import type { Asked, Offer, Question, Thread, ThreadRef } from "../threads/thread.ts";
import { hiddenIn } from "../telling/decide.ts";
import { suggestionNote, type SuggestionView } from "../telling/suggestion-note.ts";
import { linkTo, refreshHome } from "./home.ts";
import { isOutOfPlace } from "./out-of-place.ts";
import type { Parts } from "./parts.ts";
import { changeThread, getPerson, getThread, type ThreadChange } from "./records.ts";
import { sayAtOnce } from "./saying.ts";

/** The offer a press is about, as it is now. */
export type OfferPressed = {
  readonly ref: ThreadRef;
  readonly thread: Thread;
  readonly offer: Offer;
  /** Absent where the press is about the offer as a whole, or the question has gone from it. */
  readonly question: Question | undefined;
};

export function refPressed({ handle, press }: Pressed): ThreadRef {
  return { team: handle.team, channel: press.about["c"] ?? "", root: press.about["r"] ?? "" };
}

/** Finds the offer a press is about; says so, privately, where it has gone. Somebody else's offer is nobody's business. */
export async function offerPressed(parts: Parts, pressed: Pressed): Promise<OfferPressed | undefined> {
  const ref = refPressed(pressed);
  const thread = await getThread(parts, ref);
  const offer = thread?.offers.find((one) => one.id === pressed.press.about["o"]);
  if (thread === undefined || offer === undefined) {
    await sayAtOnce(
      parts,
      pressed,
      "This suggestion is no longer kept. Its message was deleted, or it is too long ago.",
    );
    return undefined;
  }
  if (offer.to[pressed.handle.user] === undefined) {
    parts.log.warn(
      { ...ref, user: pressed.handle.user, press: pressed.press.do },
      "pressed by somebody it was not shown to",
    );
    return undefined;
  }
  // Its message may have been edited since they left.
  if (await isOutOfPlace(parts, ref, pressed.handle.user)) {
    await sayAtOnce(parts, pressed, "You are not in that channel any more.");
    await refreshHome(parts, ref.team, pressed.handle.user);
    return undefined;
  }
  const question = offer.questions.find((one) => one.id === pressed.press.about["q"]);
  return { ref, thread, offer, question };
}

/** The asked question a press is about, if the one who presses asked it. */
export async function askedPressed(
  parts: Parts,
  pressed: Pressed,
): Promise<{ readonly ref: ThreadRef; readonly thread: Thread; readonly asked: Asked } | undefined> {
  const ref = refPressed(pressed);
  const thread = await getThread(parts, ref);
  const asked = thread?.asked.find((one) => one.id === pressed.press.about["a"]);
  if (thread === undefined || asked === undefined) {
    await sayAtOnce(
      parts,
      pressed,
      "This question is no longer kept. It was deleted, or it is too long ago.",
    );
    return undefined;
  }
  return asked.by === pressed.handle.user ? { ref, thread, asked } : undefined;
}

export async function changeOffer(
  parts: Parts,
  ref: ThreadRef,
  id: string,
  change: (offer: Offer) => Offer,
): Promise<Thread | undefined> {
  return changeThread(parts, ref, (thread) => {
    if (thread === undefined) return undefined;
    return {
      thread: { ...thread, offers: thread.offers.map((offer) => (offer.id === id ? change(offer) : offer)) },
    };
  });
}

export async function changeAsked(
  parts: Parts,
  ref: ThreadRef,
  id: string,
  change: (asked: Asked) => Asked,
  lists: NonNullable<ThreadChange["lists"]> = {},
): Promise<Thread | undefined> {
  return changeThread(parts, ref, (thread) => {
    if (thread === undefined) return undefined;
    return {
      thread: { ...thread, asked: thread.asked.map((asked) => (asked.id === id ? change(asked) : asked)) },
      lists,
    };
  });
}

/** The suggestion as this person sees it now, for the place of the note they pressed. */
export async function noteFor(
  parts: Parts,
  user: string,
  view: Pick<SuggestionView, "ref" | "offer" | "expanded">,
): Promise<Note> {
  const { ref, offer } = view;
  const person = await getPerson(parts, ref.team, user);
  const link = await linkTo(parts, ref, offer.about);
  return suggestionNote({ ...view, link, hidden: hiddenIn(person, ref.channel) });
}

/** What one PM pressed changes what the others still see in Home. */
export async function refreshOthers(parts: Parts, { team, user }: Handle, offer: Offer): Promise<void> {
  for (const other of Object.keys(offer.to)) if (other !== user) await refreshHome(parts, team, other);
}
