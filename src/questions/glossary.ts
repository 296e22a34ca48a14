/** A term a PM meets, in one plain sentence. `also` are other spellings. */
export type Term = { readonly term: string; readonly also: readonly string[]; readonly means: string };
export type Glossary = readonly Term[];

/** The terms of the glossary a text uses: whole words, longest first, each once, at most `most`. */
export function termsIn(_text: string, _glossary: Glossary, _most = 3): Term[] {
  return [];
}
