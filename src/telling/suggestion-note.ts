import type { Offer, Question, ThreadRef } from "../threads/thread.ts";
import type { Button, Note, Part, Press, PressName } from "./note.ts";

export type SuggestionView = {
  readonly ref: ThreadRef;
  readonly offer: Offer;
  /** A link to the message the suggestion is about. */
  readonly link?: string;
  /** Questions this reader does not want here. */
  readonly hidden?: readonly string[];
  /** True once "2 more" was pressed. */
  readonly expanded?: boolean;
};

/** What a button on an offer carries: ids only, so that it works after a restart and long after. */
export function onOffer(
  name: PressName,
  ref: ThreadRef,
  offer: Offer,
  question?: Question,
  more?: Record<string, string>,
): Press {
  const about = { c: ref.channel, r: ref.root, o: offer.id };
  return { do: name, about: { ...about, ...(question && { q: question.id }), ...more } };
}

/**
 * The suggestion as the PM sees it: the quote, the best question, what to press. Six lines, since a taller note pushes
 * the talk off the screen.
 */
export function suggestionNote(view: SuggestionView): Note {
  const { offer } = view;
  const open = openQuestions(offer, view.hidden);
  const shown = view.expanded ? open : open.slice(0, 1);
  const summary = shown[0] === undefined ? "Nothing left to ask here." : `Worth asking: ${shown[0].text}`;
  const quote: Part = {
    kind: "quote",
    text: offer.quote,
    by: offer.by,
    ...(view.link !== undefined && { link: view.link }),
  };
  if (shown.length === 0) return { summary, parts: [quote, { kind: "small", words: summary }] };
  return {
    summary,
    parts: [quote, ...shown.flatMap((question, index) => questionParts(view, question, index, open.length))],
  };
}

/** The questions of an offer that nobody asked or put away, and that this reader has not muted. */
export function openQuestions(offer: Offer, hidden: readonly string[] = []): Question[] {
  return offer.questions.filter(
    (question) => offer.pressed[question.id] === undefined && !hidden.includes(question.id),
  );
}

function questionParts(view: SuggestionView, question: Question, index: number, open: number): Part[] {
  const { ref, offer, expanded = false } = view;
  const press = (name: PressName) => onOffer(name, ref, offer, question);
  const buttons: Button[] = [
    { label: "Ask in thread", press: press("ask"), ...(index === 0 && { style: "primary" as const }) },
    { label: "Why ask?", press: press("why") },
    ...(expanded || open < 2 ? [] : [{ label: `${open - 1} more`, press: press("more") }]),
    { label: "Not useful", press: press("not-useful") },
    { label: "Already covered", press: press("covered") },
  ];
  const rarer: Button[] = [
    { label: "Not an estimate", press: press("not-an-estimate") },
    { label: "Mute this thread (for me)", press: press("mute-thread") },
    { label: "Mute this question here (for me)", press: press("mute-question") },
    { label: "Pause nudges until tomorrow", press: press("pause") },
  ];
  return [
    { kind: "say", words: [{ bold: question.text }] },
    { kind: "buttons", buttons, ...(index === 0 && { rarer }) },
  ];
}
