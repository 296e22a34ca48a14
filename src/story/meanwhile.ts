import { choose } from "../questions/choose.ts";
import type { Library } from "../questions/library.ts";
import type { Piece } from "../telling/note.ts";
import { occasions, valueOf } from "../threads/fold.ts";
import type { Asked, Offer, Question, Thread } from "../threads/thread.ts";

/** Somebody asked this very question in the thread, and it stands there. */
export function askedSince(thread: Thread, question: string): Asked | undefined {
  return thread.asked.findLast((one) => one.question === question && one.ts !== "");
}

/** What happened in the thread since a question was offered, for the one about to ask it; empty where nothing did. */
export function meanwhile(thread: Thread, offer: Offer, question: Question, library: Library): Piece[] {
  const news = [
    ...whoAsked(askedSince(thread, question.id)),
    ...whatChanged(thread, offer),
    ...whatCovers(thread, offer, question, library),
  ];
  return news.length === 0 ? [] : ["Meanwhile: ", ...news];
}

function whoAsked(asked: Asked | undefined): Piece[] {
  if (asked === undefined) return [];
  const { label, sentence } = asked.verdict ?? {};
  const answer = label === "answered" && sentence ? [", and it was answered: “", sentence, "”. "] : [". "];
  return [{ user: asked.by }, " asked this in the thread", ...answer];
}

function whatChanged(thread: Thread, offer: Offer): Piece[] {
  if (thread.notEstimates.includes(offer.about)) return ["somebody marked the message as no estimate. "];
  const line = thread.lines.find((one) => one.ts === offer.about);
  if (line !== undefined && valueOf(line) !== offer.value) {
    return line.said === undefined
      ? ["the message was edited, and I see no estimate in it any more. "]
      : ["the message was edited: “", line.said, "”. "];
  }
  const newer = occasions(thread).findLast((one) => one.ts > offer.about && one.user === offer.by);
  const revised = newer?.estimates.some((estimate) => estimate.revises) ? newer.said : undefined;
  return revised === undefined ? [] : [{ user: offer.by }, " said: “", revised, "”. "];
}

function whatCovers(thread: Thread, offer: Offer, question: Question, library: Library): Piece[] {
  if (offer.pressed[question.id] === "covered") return ["somebody marked this as already covered. "];
  const standing = choose(thread, library, offer.about).trace.find((one) => one.id === question.id);
  return standing?.ruledOut?.startsWith("covered") ? [`it looks ${standing.ruledOut}. `] : [];
}
