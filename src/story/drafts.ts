import { read } from "../reading/read.ts";
import { draftForm } from "../telling/draft-form.ts";
import { questionsNote } from "../telling/questions-note.ts";
import type { Words } from "../telling/note.ts";
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
 * line, each with or without "name:" before it. Nothing of it is kept. `otherwise` is said where there is nothing to ask.
 */
export async function answerPasted(
  parts: Parts,
  handle: Handle,
  text: string,
  otherwise?: Words,
): Promise<void> {
  const channel = await getChannel(parts, handle.team, handle.channel);
  const talk = asThread(text);
  if (talk.length === 1 && onlyAsksHowLong(text)) return say(parts, handle, WHAT_IT_IS_FOR);
  const choice = askThread(talk, parts.library(), { manner: mannerOf(parts, channel) });
  if (choice.questions.length === 0) {
    if (otherwise !== undefined) return say(parts, handle, otherwise);
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

const WHAT_IT_IS_FOR =
  "How long it takes, the engineers know: ask them in the channel. Once one has answered, I find what to ask about it: /askwhy, or paste the answer, as in /askwhy 3 weeks for the export.";

/** True for "how long for the export?": there is no estimate yet that anything could be asked about. */
function onlyAsksHowLong(text: string): boolean {
  const { asksForEstimate, estimates, links } = read(text);
  return asksForEstimate && estimates.length + links.length === 0;
}

/** The pasted words the questions are about: lines are numbered from one. */
function quoteFrom(talk: readonly PastedLine[], about: string | undefined): string | undefined {
  const line = talk[Number(about) - 1]?.text;
  return talk.length > 1 && line !== undefined ? shorten(plain(line)) : undefined;
}
