import { clean } from "./clean.ts";
import type { Stated } from "./reading.ts";
import { BESIDE_A_NUMBER, NOT_STATED, POINTING, STATED } from "./words/stated.ts";

/** The most characters kept of one message, and of one clause in it. */
const MOST_KEPT = 280;
const LONGEST = 120;
/** Characters looked at: planning talk says it early, and a pasted log says nothing. */
const MOST_READ = 4000;

type How = Stated["how"];
type Frame = { readonly how: How; readonly opens: RegExp; readonly says?: RegExp; readonly not: RegExp };

const anyOf = (sources: readonly string[]) =>
  new RegExp(`(?<![\\w'])(?:${sources.join("|")})(?![\\w'])`, "i");

/** Tried in this order: "not including" holds "including", and "assuming it's included" is an assumption. */
const ORDER: readonly How[] = ["assumed", "depends", "out", "in"];
const FRAMES: readonly Frame[] = ORDER.map((how) => ({
  how,
  opens: anyOf(STATED[how].opens),
  // A clause may begin with the words, which `^` then says.
  says: new RegExp(
    STATED[how].says.map((source) => (source.startsWith("^") ? source : `\\b${source}`)).join("|"),
    "i",
  ),
  not: anyOf(NOT_STATED[how]),
}));

const BESIDE: Frame = { how: "out", opens: anyOf(BESIDE_A_NUMBER), not: anyOf(NOT_STATED.out) };
const NUMBER = /\d|\b(?:days?|weeks?|sprints?|months?|points?|fortnight)\b/i;

const SENTENCE_END =
  /(?<!\b(?:incl|excl|approx|e\.g|i\.e|vs|etc))([.!?]{1,6})(?=\s|$)|(;|\n| [-–—]{1,3} |\bbut\b)/i;
const QUESTION = /^(?:(?:does|do|did)(?! not\b)|can|could|will|what|how|which|who|when|where|whether)\b/i;
const POINTING_WORDS: ReadonlySet<string> = new Set(POINTING.split(" "));

/**
 * What a message says is in, is out, is assumed, or has to come first: the clauses in their own words, for the estimate
 * card. "3 weeks incl. e2e, assuming the sandbox is up" gives "incl. e2e" and "assuming the sandbox is up". Questions say
 * nothing of the kind, nor does a clause that only points ("that's on top").
 */
export function statedIn(text: string): Stated[] {
  const plain = clean(text.slice(0, MOST_READ)).replaceAll(/@[UW][A-Z0-9]+/g, "@…");
  const found = sentencesOf(plain).flatMap((sentence) => inSentence(sentence));
  let left = MOST_KEPT;
  return found.filter(({ quote }, index) => {
    const again = found.findIndex((other) => other.quote === quote) < index;
    if (again || quote.length > left) return false;
    left -= quote.length;
    return true;
  });
}

/** Sentences and clauses that stand alone, without those that ask. */
function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let rest = text;
  for (;;) {
    const end = SENTENCE_END.exec(rest);
    const sentence = rest.slice(0, end?.index).replaceAll(/\s+/g, " ").trim();
    if (sentence !== "" && !end?.[1]?.includes("?") && !QUESTION.test(sentence)) sentences.push(sentence);
    if (end === null) return sentences;
    rest = rest.slice(end.index + end[0].length);
  }
}

function inSentence(sentence: string): Stated[] {
  const frames = NUMBER.test(sentence) ? [...FRAMES, BESIDE] : FRAMES;
  const pieces = sentence.split(/[,()]/).map((piece) => piece.trim());
  return pieces.flatMap((piece, index) => {
    if (QUESTION.test(piece)) return [];
    const frame = frames.find((one) => fits(one, piece));
    if (frame === undefined) return [];
    const opens = frame.opens.exec(piece);
    const whole =
      opens === null
        ? listBefore(pieces, index) + piece
        : piece.slice(opens.index) + listAfter(pieces, index);
    const quote = whole.length <= LONGEST ? whole : `${whole.slice(0, LONGEST - 1).trimEnd()}…`;
    return tells(quote) ? [{ how: frame.how, quote }] : [];
  });
}

const fits = ({ opens, says, not }: Frame, piece: string): boolean =>
  (opens.test(piece) || says?.test(piece) === true) && !not.test(piece);

const isShort = (piece: string | undefined, most: number): piece is string =>
  piece !== undefined && piece !== "" && piece.split(" ").length <= most && !/\d/.test(piece);
const joins = (piece: string) => /\b(?:and|or)\b/.test(piece);

/** "without testing, docs and rollout": the rest of the list. */
function listAfter(pieces: readonly string[], index: number): string {
  const list: string[] = [];
  for (const piece of pieces.slice(index + 1)) {
    if (!isShort(piece, 5)) return "";
    list.push(piece);
    if (joins(piece)) return `, ${list.join(", ")}`;
  }
  return "";
}

/** "testing, docs and rollout are on top": the beginning of the list. */
function listBefore(pieces: readonly string[], index: number): string {
  if (!joins(pieces[index] ?? "")) return "";
  const list: string[] = [];
  for (let at = index - 1; at >= 0 && isShort(pieces[at], 2); at--) list.unshift(pieces[at] ?? "");
  return list.map((piece) => `${piece}, `).join("");
}

/** True where something is named. */
function tells(quote: string): boolean {
  const words = quote.toLowerCase().match(/[\p{L}\d][\p{L}\d'’-]*/gu) ?? [];
  return words.some((word) => word.length > 1 && !POINTING_WORDS.has(word));
}
