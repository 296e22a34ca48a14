import { draftForm } from "../telling/draft-form.ts";
import { questionsNote } from "../telling/questions-note.ts";
import type { Handle, Pressed } from "../telling/outside.ts";
import { askThread } from "../questions/ask-thread.ts";
import { plain, shorten } from "../threads/quote.ts";
import { say, openForm } from "./saying.ts";
import { mannerOf } from "./lines.ts";
import { asThread, type PastedLine } from "../questions/pasted.ts";
import type { Parts } from "./parts.ts";
import { getChannel } from "./records.ts";

/** "What would I be asked?" on words not yet sent: opens a form to paste them into. */
export async function openDraft(parts: Parts, handle: Handle): Promise<void> {
  await openForm(parts, handle, draftForm());
}

export async function sendDraft(parts: Parts, pressed: Pressed): Promise<void> {
  const text = String(pressed.fields?.["text"] ?? "");
  await answerPasted(parts, pressed.handle, text);
}

/**
 * Questions on words that stand nowhere in Slack: an estimate, a spec link or a whole thread pasted in, one message a
 * line, each with or without "name:" before it. Nothing of it is kept.
 */
export async function answerPasted(parts: Parts, handle: Handle, text: string): Promise<void> {
  const channel = await getChannel(parts, handle.team, handle.channel);
  const talk = asThread(text);
  const choice = askThread(talk, parts.library(), { manner: mannerOf(parts, channel) });
  if (choice.questions.length === 0) {
    return say(parts, handle, [
      `Nothing worth asking there: ${choice.quiet ?? "I see no estimate and no spec link in it"}. `,
      "Paste an estimate, a spec link or a thread with one message a line; /askwhy help shows the rest.",
    ]);
  }
  const note = questionsNote({
    quote: quoteFrom(talk, choice.about) ?? shorten(plain(text)),
    questions: choice.questions,
    library: parts.library(),
  });
  await parts.outside.answer(handle, note, "new");
}

/** The pasted words the questions are about: lines are numbered from one. */
function quoteFrom(talk: readonly PastedLine[], about: string | undefined): string | undefined {
  const line = talk[Number(about) - 1]?.text;
  return talk.length > 1 && line !== undefined ? shorten(plain(line)) : undefined;
}
