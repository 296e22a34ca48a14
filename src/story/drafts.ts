import { draftForm } from "../telling/draft-form.ts";
import { questionsNote } from "../telling/questions-note.ts";
import type { Handle, Pressed } from "../telling/outside.ts";
import { askThread } from "../questions/ask-thread.ts";
import { plain, shorten } from "../threads/quote.ts";
import { say } from "./offers.ts";
import { mannerOf } from "./lines.ts";
import type { Parts } from "./parts.ts";
import { getChannel } from "./records.ts";

/** "What would I be asked?" on words not yet sent: opens a form to paste them into. */
export async function openDraft(parts: Parts, handle: Handle): Promise<void> {
  if (!(await parts.outside.open(handle, draftForm()))) {
    await say(parts, handle, "Slack was too slow to open the form. Please try once more.");
  }
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
  const choice = askThread(asThread(text), parts.library(), { manner: mannerOf(parts, channel) });
  if (choice.questions.length === 0) {
    return say(parts, handle, [
      `Nothing worth asking there: ${choice.quiet ?? "I see no estimate and no spec link in it"}. `,
      "Paste an estimate, a spec link or a thread with one message a line; /askwhy help shows the rest.",
    ]);
  }
  const note = questionsNote({
    quote: shorten(plain(text)),
    questions: choice.questions,
    library: parts.library(),
  });
  await parts.outside.answer(handle, note, "new");
}

/** Pasted talk as a thread: whoever asks "how long?" asks as a PM, everybody else may be a doer. */
export function asThread(text: string): { from: string; text: string }[] {
  const lines = text.split("\n").map((line) => line.trim());
  const said = lines
    .filter((line) => line !== "")
    .map((line) => /^([\p{L}][\p{L} .'-]{0,30}):\s+(\S.*)$/u.exec(line) ?? line);
  const speakers = said.filter((one) => typeof one !== "string").length;
  // "Risk: the vendor" is a sentence; a thread has names before most of its lines.
  if (speakers < 2 || speakers * 2 < said.length) return [{ from: "eng", text }];
  const names = new Map<string, string>();
  return said.map((one) => {
    if (typeof one === "string") return { from: "eng", text: one };
    const [, name = "", words = ""] = one;
    if (!names.has(name)) names.set(name, words.endsWith("?") ? "pm" : "eng");
    return { from: names.get(name) ?? "eng", text: words };
  });
}
