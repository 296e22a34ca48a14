import { phrase } from "../questions/phrase.ts";
import type { Asked, Thread } from "../threads/thread.ts";
import type { Parts } from "./parts.ts";

/**
 * The kinder second try of a question, in the words of its thread; undefined where its template is gone, or where these
 * words were asked already: a person said nothing to them, and would be asked the same again without end.
 */
export function againFor(
  { library }: Pick<Parts, "library">,
  { lines, asked: all }: Pick<Thread, "lines" | "asked">,
  asked: Asked,
): string | undefined {
  const template = library().byId.get(asked.question);
  const about = lines.find(({ ts }) => ts === asked.about);
  const again = template && phrase(template.again, about, lines);
  if (again === undefined) return undefined;
  const words = asRead(again);
  return [...all, asked].some(({ text }) => asRead(text) === words) ? undefined : again;
}

/** Words as a person takes them in: without case, marks and breaks, which make no other question of them. */
const asRead = (text: string): string =>
  text
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(" ") ?? "";
