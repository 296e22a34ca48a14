import { PART } from "./entries.ts";
import { pastOldValue } from "./old-values.ts";
import { isDash, isGlued, isMark, phraseEnds, plays, wordAt, type Find } from "./find.ts";
import { SIZES, type Manner, type Size } from "./reading.ts";
import { SHAPE, type Tokens } from "./scan.ts";
import { SIZE_WORDS } from "./words/anchors.ts";

type One = { size: Size; from: number; to: number; word: boolean };

/** Finds T-shirt sizes: "M", "XL at least", "S/M", "a large", "medium-sized", "extra large". */
export function findSizes(t: Tokens, manner: Manner): Find[] {
  const finds: Find[] = [];
  for (let i = 0; i < t.length; i++) {
    if (!sizeAt(t, i, manner)) continue;
    i = pastOldValue(t, i);
    const one = sizeAt(t, i, manner);
    if (!one) continue;
    const other = secondSize(t, one.to, manner);
    const find = bounded(t, one, other);
    finds.push(find);
    i = find.to - 1;
  }
  return finds;
}

function sizeAt(t: Tokens, i: number, manner: Manner): One | undefined {
  if (t.shape[i] !== SHAPE.word) return undefined;
  const sized = plays(t, i, PART.size);
  if (!sized && t.end[i]! - t.start[i]! > 3) return undefined;
  const raw = t.text.slice(t.start[i], t.end[i]);
  if (raw.length <= 3 && (SIZES as readonly string[]).includes(raw)) return letter(t, i, raw as Size);
  if (!sized) return undefined;
  const named = manner.sizeNames?.[raw.toLowerCase()];
  return named ? { size: named, from: i, to: i + 1, word: true } : word(t, i);
}

function letter(t: Tokens, i: number, size: Size): One | undefined {
  const gluedAfter = isGlued(t, i + 1) && !isMark(t, i + 1, "/") && !endsWord(t, i + 1);
  const gluedBefore =
    isGlued(t, i) &&
    !isMark(t, i - 1, "(") &&
    !isMark(t, i - 1, "/") &&
    !isMark(t, i - 1, "=") &&
    !isMark(t, i - 1, "-") &&
    !isMark(t, i - 1, "\n") &&
    !isMark(t, i - 1, "→") &&
    !isMark(t, i - 1, '"');
  if (gluedAfter || gluedBefore || isMark(t, i + 1, "&")) return undefined;
  const article = plays(t, i - 1, PART.article) && wordAt(t, i - 1) !== "this";
  return { size, from: article && wordAt(t, i - 1).startsWith("a") ? i - 1 : i, to: i + 1, word: false };
}

const endsWord = (t: Tokens, i: number): boolean =>
  t.shape[i] === SHAPE.mark && ",.;:!?)-\"\n=+'…".includes(String.fromCharCode(t.value[i]!));

/** "a small", "medium-sized", "a medium-ish one", "extra large", "kinda medium"; not "a small table". */
function word(t: Tokens, i: number): One | undefined {
  const size = SIZE_WORDS[wordAt(t, i)] as Size | undefined;
  if (!size) return undefined;
  const suffix =
    isDash(t, i + 1) && /^(?:ish|sized|size)$/.test(wordAt(t, i + 2))
      ? 3
      : /^(?:sized|ish)$/.test(wordAt(t, i + 1))
        ? 2
        : 0;
  const extra =
    /^(?:extra|x)$/.test(wordAt(t, i - 1)) || (isDash(t, i - 1) && /^(?:extra|x)$/.test(wordAt(t, i - 2)));
  let from = extra ? (isDash(t, i - 1) ? i - 2 : i - 1) : i;
  const to = i + Math.max(1, suffix);
  const real: Size = extra ? (size === "S" ? "XS" : "XL") : size;
  if (suffix > 0) return { size: real, from, to, word: true };
  if (isGlued(t, from) && isMark(t, from - 1, ".")) return undefined;
  const article = /^(?:a|an)$/.test(wordAt(t, from - 1));
  const led =
    article ||
    plays(t, from - 1, PART.degree) ||
    plays(t, from - 1, PART.hedge) ||
    isMark(t, from - 1, ":") ||
    isMark(t, from - 1, "=") ||
    extra ||
    from === 0 ||
    /^(?:size|is|it's|its|as|say|or|to|definitely|solid)$/.test(wordAt(t, from - 1));
  const ends =
    phraseEnds(t, to) || plays(t, to, PART.joint) || wordAt(t, to) === "imo" || wordAt(t, to) === "size";
  if (!led || !ends || isDash(t, to)) return undefined;
  if (article) from--;
  return { size: real, from, to, word: true };
}

/** The second size of "S to M", "S/M", "M, maybe L", "between M and L". */
function secondSize(t: Tokens, at: number, manner: Manner): One | undefined {
  let i = at;
  if (isDash(t, i) || wordAt(t, i) === "to" || wordAt(t, i) === "or") i++;
  else if (wordAt(t, i) === "and" && /^between$/.test(wordAt(t, at - 2))) i++;
  else if (isMark(t, i, ",") && plays(t, i + 1, PART.hedge)) i += 2;
  else return undefined;
  while (plays(t, i, PART.hedge)) i++;
  if (/^(?:a|an)$/.test(wordAt(t, i))) i++;
  return sizeAt(t, i, manner);
}

function bounded(t: Tokens, one: One, other: One | undefined): Find {
  const rank = (size: Size): number => SIZES.indexOf(size);
  let { from } = one;
  let to = other?.to ?? one.to;
  let low: Size | null = one.size;
  let high: Size | null = other?.size ?? one.size;
  if (other && rank(other.size) < rank(one.size)) [low, high] = [other.size, one.size];
  let first = from;
  while (first > 0 && plays(t, first - 1, PART.bound)) first--;
  for (let i = first; i < from; i++) {
    if (plays(t, i, PART.ceiling)) {
      low = null;
      from = i;
      break;
    }
    if (plays(t, i, PART.floor)) {
      high = null;
      from = i;
      break;
    }
  }
  if (from === one.from) {
    if (plays(t, to, PART.floor)) {
      high = null;
      to += t.entries[to]!.reach;
    } else if (plays(t, to, PART.ceiling)) {
      low = null;
      to += t.entries[to]!.reach;
    }
  }
  if (isMark(t, to, "+") && isGlued(t, to)) {
    high = null;
    to++;
  }
  return {
    kind: "size",
    from,
    to,
    low,
    high,
    rule: other ? "size-range" : one.word ? "size-word" : "size-letter",
  };
}
