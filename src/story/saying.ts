import type { Form, Note, Piece, Words } from "../telling/note.ts";
import type { Handle, Pressed } from "../telling/outside.ts";
import { refreshHome } from "./home.ts";
import type { Parts } from "./parts.ts";

/** What was pressed is kept: Slack is told so, and the person where they pressed, in place of the message or by drawing Home anew. */
export async function answerPress(
  parts: Parts,
  { handle, kept }: Pick<Pressed, "handle" | "kept">,
  note: Note,
): Promise<void> {
  await kept?.();
  if (handle.surface === "message" || handle.surface === "command")
    await parts.outside.answer(handle, note, "replace");
  await refreshHome(parts, handle.team, handle.user);
}

/** Opens a form; Slack allows that for three seconds after the press, and whoever pressed is told where it was too late. */
export async function openForm(
  parts: Parts,
  handle: Handle,
  form: Form,
  late = "Slack was too slow to open the form. Please try once more.",
): Promise<void> {
  if (!(await parts.outside.open(handle, form))) await say(parts, handle, late);
}

/** A line for this person alone. */
export async function say(parts: Parts, handle: Handle, words: Words, summary?: string): Promise<void> {
  await parts.outside.answer(handle, saying(words, summary), "new");
}

/** The same for a press of which there is nothing to keep: Slack need not wait until it is said. */
export async function sayAtOnce(
  parts: Parts,
  { handle, kept }: Pick<Pressed, "handle" | "kept">,
  words: Words,
): Promise<void> {
  await kept?.();
  await say(parts, handle, words);
}

export function saying(words: Words, summary?: string): Note {
  const text = typeof words === "string" ? words : words.map(inSummary).join("");
  return { summary: summary ?? text, parts: [{ kind: "say", words }] };
}

/** A piece for a notification, which knows neither names nor time zones. */
function inSummary(piece: Piece): string {
  if (typeof piece === "string") return piece;
  if ("when" in piece) return new Date(piece.when).toISOString().slice(0, 10);
  if ("user" in piece) return "somebody";
  if ("channel" in piece) return "the channel";
  if ("link" in piece) return piece.label;
  return "bold" in piece ? piece.bold : "italic" in piece ? piece.italic : piece.code;
}
