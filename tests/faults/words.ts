/** Words that tell one message or question of a run from all others. */

/** Makes such words, no two alike. Letters alone, since a digit would be read. */
export function makeWords(begin: string): () => string {
  let made = 0;
  return () => {
    made += 1;
    return begin + String(made).replaceAll(/\d/g, (digit) => "abcdefghij".charAt(Number(digit)));
  };
}

/** All of them in a text, and the first. */
export const wordsIn = (text: string): string[] => [...text.matchAll(/\bzq[a-z]+/g)].map(([word]) => word);
export const wordIn = (text: string): string | undefined => wordsIn(text)[0];
/**
 * The number of an estimate, with its unit: the one that stands beside such a word, since a question may name what it was before, too.
 */
export function amountIn(text: string): string {
  const beside = /(\d+ weeks)[^"\d]{0,20}\bzq[a-z]|\bzq[a-z]+[^"\d]{0,40}?(\d+ weeks)/.exec(text);
  return beside?.[1] ?? beside?.[2] ?? /\d+ weeks/.exec(text)?.[0] ?? "";
}
