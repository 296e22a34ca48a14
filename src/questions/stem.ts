/** Words whose stems are remembered, if they are no longer than this: people use the same few thousand again and again. */
const MOST_MET = 20_000;
const LONGEST_MET = 24;
const met = new Map<string, string>();

/**
 * What a word has in common with its other forms: "migrations" and "migration", "waits" and "waiting". Made for
 * comparing words with words, not for reading; short words stay as they are. Linear, and the same for everybody.
 */
export function stem(word: string): string {
  if (word.length <= 3) return word;
  const known = met.get(word);
  if (known !== undefined) return known;
  const found = cut(word);
  if (word.length > LONGEST_MET) return found;
  if (met.size >= MOST_MET) met.clear();
  met.set(word, found);
  return found;
}

function cut(word: string): string {
  const bare = word.replace(/(?:ies|ied)$/, "y").replace(/(?:ing|ed|es|s|ly)$/, "");
  const rest = bare.length >= 3 ? bare : word;
  const plain = rest.length > 4 && rest.endsWith("e") ? rest.slice(0, -1) : rest;
  return plain.length > 3 && /([bdgmnprt])\1$/.test(plain) ? plain.slice(0, -1) : plain;
}
