/** One sentence of a reply: its words as they are weighed, and as they were written. */
export type Sentence = { readonly words: readonly string[]; readonly said: string };

/** No reply is read further than this many characters: what answers stands near the start. */
const READ_AT_MOST = 6_000;

/**
 * Slack's own spellings, to words: a mention is a person, a thumb is a yes or a no, code and links are present but
 * silent. In order; each is linear, since it is bounded or cannot overlap with itself.
 */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/```[^`]*(?:```|$)/g, " @code "],
  [/`[^`\n]{1,200}`/g, " @code "],
  [/<@[^<>\s]{1,100}>/g, " @person "],
  [/<![^<>\s]{1,100}>/g, " @all "],
  [/<#[^<>\n]{1,100}>/g, " @channel "],
  [/<https?:[^<>\n]{1,2000}>|https?:\/\/\S{1,2000}/g, " @link "],
  [
    /:(?:\+1|thumbsup|white_check_mark|heavy_check_mark|ok_hand|100)(?:::skin-tone-\d)?:|[👍✅👌💯]/gu,
    " @thumb ",
  ],
  [/:(?:-1|thumbsdown|x|no_entry):|[👎❌]/gu, " @thumbdown "],
  [/:[a-z0-9_+'-]{1,40}:|\p{Extended_Pictographic}/gu, " @emoji "],
  [/(?<=\b(?:yes|yep|yup|yeah|yea|ja|no|nope),? {0,2})100 ?%/gi, " @fully "],
  [/&amp;/g, "&"],
  [/&lt;/g, "<"],
  [/&gt;/g, ">"],
  [/(?<=[a-z])['’](?=[a-z])/gi, ""],
  [/\be2e\b|\bend-to-end\b/gi, "end to end"],
  [/\bw\/o\b/gi, "without"],
  [/\bw\/(?=\s)/gi, "with"],
];

const WORD = /@[a-z]+|[\p{L}_]+(?:-[\p{L}_]+)*|\d[\d.,]*|[?!%+=→/&…,:()]|\.{2,}/gu;

/** Sentences end at a full stop, a question or exclamation mark, a semicolon or a line's end. */
const END = /(?<=[.!?;])\s+|\n+/;

const isQuoted = (line: string) => line.startsWith(">") || line.startsWith("&gt;");

/** A reply's sentences without quoted lines, links' addresses and code. */
export function sentences(text: string): Sentence[] {
  const own = text
    .slice(0, READ_AT_MOST)
    .split("\n")
    .filter((line) => !isQuoted(line))
    .join("\n");
  return own
    .split(END)
    .map((said) => ({ said: said.trim(), words: words(said) }))
    .filter((sentence) => sentence.words.length > 0);
}

/** The words of a text, in lower case; numbers as "#", marks that carry meaning as words of their own. */
export function words(text: string): string[] {
  const spelled = SPELLINGS.reduce((so, [pattern, word]) => so.replace(pattern, word), text);
  return (spelled.toLowerCase().match(WORD) ?? []).map((word) => (/^\d/.test(word) ? "#" : word));
}
