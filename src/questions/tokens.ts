/** One word of a message, as cues are compared with it. */
export type Token = {
  /** Lower case, without apostrophes: "don't" and "dont" are the same word. */
  readonly word: string;
  /** Where it stands in the message as Slack sent it. */
  readonly at: number;
  readonly end: number;
  /** The number of its sentence, counted from 0. */
  readonly sentence: number;
};

export type Sentence = { readonly asks: boolean };
export type Tokens = { readonly words: readonly Token[]; readonly sentences: readonly Sentence[] };

const WORD =
  /\bw\/o?(?![\p{L}\p{N}])|:[a-z0-9_+-]+:|\p{Extended_Pictographic}|[\p{L}\p{N}]+(?:['’][\p{L}]+)*|\.{2,}|…|[?%+→]|[.!;\n]/gu;
const ENDS = new Set([".", "!", "?", ";", "\n"]);

/** Blanks out what is markup rather than words, keeping every position: mentions, addresses of links, escapes. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/<(?:https?|mailto):[^>|\n]*(\|?)/g, (found) => " ".repeat(found.length))
    .replace(/https?:\/\/[^\s<>|]+/g, (found) => " ".repeat(found.length))
    .replace(/<[@#!][^<>\n]*>/g, (found) => " ".repeat(found.length))
    .replace(/&amp;/g, " and ")
    .replace(/&[lg]t;/g, "    ");
}

const SPELLED: ReadonlyMap<string, string> = new Map([
  ["ppl", "people"],
  ["ur", "your"],
  ["u", "you"],
  ["thru", "through"],
  ["w", "with"],
  ["w/", "with"],
  ["w/o", "without"],
  ["svcs", "services"],
]);

/** The words of a message with their sentences. Linear in the length of the text. */
export function tokens(text: string): Tokens {
  const words: Token[] = [];
  const asks: boolean[] = [];
  let sentence = 0;
  let open = false;
  for (const found of plain(text).matchAll(WORD)) {
    const raw = found[0];
    if (ENDS.has(raw)) {
      if (raw === "?" && open) asks[sentence] = true;
      if (raw === "?") words.push({ word: "?", at: found.index, end: found.index + 1, sentence });
      if (open) sentence++;
      open = false;
      continue;
    }
    const bare = raw.replace(/['’]/g, "");
    words.push({ word: SPELLED.get(bare) ?? bare, at: found.index, end: found.index + raw.length, sentence });
    open = true;
  }
  const sentences = Array.from({ length: sentence + 1 }, (_, n) => ({ asks: asks[n] ?? false }));
  return { words, sentences };
}
