import { phrase } from "../questions/phrase.ts";
import type { Asked, Thread } from "../threads/thread.ts";
import type { Parts } from "./parts.ts";

/** The kinder second try of a question, in the words of its thread; undefined where its template is gone. */
export function againFor(
  { library }: Pick<Parts, "library">,
  { lines }: Thread,
  asked: Asked,
): string | undefined {
  const template = library().byId.get(asked.question);
  const about = lines.find(({ ts }) => ts === asked.about);
  return template && phrase(template.again, about, lines);
}
