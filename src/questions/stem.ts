import { remembering } from "./met.ts";

/**
 * What a word has in common with its other forms: "migrations" and "migration", "waits" and "waiting". Made for
 * comparing words with words, not for reading; short words stay as they are. Linear, and the same for everybody.
 */
export const stem = remembering(cut);

function cut(word: string): string {
  if (word.length <= 3) return word;
  const bare = word.replace(/(?:ies|ied)$/, "y").replace(/(?:ing|ed|es|s|ly)$/, "");
  const rest = bare.length >= 3 ? bare : word;
  const plain = rest.length > 4 && rest.endsWith("e") ? rest.slice(0, -1) : rest;
  return plain.length > 3 && /([bdgmnprt])\1$/.test(plain) ? plain.slice(0, -1) : plain;
}
