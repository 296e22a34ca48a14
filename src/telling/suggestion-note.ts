import type { Offer, Question, ThreadRef } from "../threads/thread.ts";
import { brief } from "./brief.ts";
import type { Button, Note, Part, Press, PressName } from "./note.ts";

/** Characters of a line that has a few words before it. */
const ONE_LINE = 75;

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
  const asked = offer.questions.filter((question) => offer.pressed[question.id] === "asked");
  const quote: Part = {
    kind: "quote",
    text: offer.quote,
    by: offer.by,
    ...(view.link !== undefined && { link: view.link }),
  };
  const done = asked.slice(-1).map((question): Part => ({
    kind: "small",
    words: ["Asked in the thread: ", brief(question.text, ONE_LINE)],
  }));
  // Once one was asked, the others wait behind their button: one good question is better than three.
  const shown = view.expanded ? open : asked.length > 0 ? [] : open.slice(0, 1);
  const summary = summaryOf(shown[0], asked[0]);
  const more: Button = { label: `${open.length} more`, press: onOffer("more", view.ref, offer) };
  const rest: Part[] =
    shown.length > 0
      ? shown.flatMap((question, index) => questionParts(view, question, index, open.length))
      : open.length > 0
        ? [{ kind: "buttons", buttons: [more] }]
        : asked.length > 0
          ? []
          : [{ kind: "small", words: summary }];
  return { summary, parts: [quote, ...done, ...rest] };
}

function summaryOf(next: Question | undefined, asked: Question | undefined): string {
  if (next !== undefined) return `Worth asking: ${next.text}`;
  return asked === undefined ? "Nothing left to ask here." : `Asked in the thread: ${asked.text}`;
}

/** The questions of an offer that nobody asked or put away, and that this reader has not muted. */
export function openQuestions(offer: Offer, hidden: readonly string[] = []): Question[] {
  return offer.questions.filter(
    (question) => !Object.hasOwn(offer.pressed, question.id) && !hidden.includes(question.id),
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
