import { finder } from "./phrases.ts";
import { sentences, type Sentence, words } from "./text.ts";

const byTheWay = finder("btw, by the way, on another note|subject|topic, off topic");
const favour = finder(
  "can|could|would you|someone|somebody|sb|anyone|anybody|we, pls, please, lunch, coffee",
);

/** Where a favour begins in the middle of a sentence: "next friday, and can you look at the copy?", "yes, btw lunch at 12?" */
const TURNS =
  /(?:, {0,2}(?:and |but |also )?|\b(?:and|but|also) )(?=\b(?:btw|by the way|(?:can|could) (?:you|someone|somebody|anyone)) )/i;

/** A favour asked of others, or what is said by the way: "can you review my other ticket?", "btw lunch at 12?" */
function isAside({ words: list }: Sentence): boolean {
  return byTheWay(list).length > 0 || (list.at(-1) === "?" && favour(list).length > 0);
}

/** A sentence in two where it turns to something else at its end. */
function turned(sentence: Sentence): Sentence[] {
  const at = sentence.said.search(TURNS);
  if (at <= 0 || !isAside(sentence)) return [sentence];
  return [sentence.said.slice(0, at), sentence.said.slice(at)].map((said) => ({ said, words: words(said) }));
}

/**
 * A reply without what it says by the way; nothing where it says nothing by the way, or nothing else. What begins with a
 * favour goes on about it: "can you review it? open since monday".
 */
export function besidesAsides(text: string): string | undefined {
  const said = sentences(text).flatMap(turned);
  const rest = said.filter((sentence) => sentence.words.length > 0 && !isAside(sentence));
  const [first] = said;
  if (first === undefined || rest.length === said.length || isAside(first)) return undefined;
  return rest.map((sentence) => sentence.said).join("\n");
}
