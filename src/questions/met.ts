/** Words that are remembered, if they are no longer than this: people use the same few thousand again and again. */
const MOST_MET = 20_000;
const LONGEST_MET = 24;

/** The same function of a word, which remembers what it gave for words met lately. */
export function remembering<T extends string | object>(find: (word: string) => T): (word: string) => T {
  const met = new Map<string, T>();
  return (word) => {
    const known = met.get(word);
    if (known !== undefined) return known;
    const found = find(word);
    if (word.length > LONGEST_MET) return found;
    if (met.size >= MOST_MET) met.clear();
    met.set(word, found);
    return found;
  };
}
