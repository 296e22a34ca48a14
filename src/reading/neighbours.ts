import type { Clauses } from "./clauses.ts";
import type { Find } from "./find.ts";
import type { Tokens } from "./scan.ts";

/** What finds that stand side by side tell of each other. */
export type Neighbours = {
  /** Those that take the place of an old value said in the same breath: "not 4 days, 9". */
  readonly fresh: ReadonlySet<Find>;
  /** The old values. */
  readonly old: ReadonlySet<Find>;
  /** Numbers without a unit in a list that holds one with a unit: "api 2, portal 3 days". */
  readonly listed: ReadonlySet<Find>;
};

const NONE: ReadonlySet<Find> = new Set();
const ALONE: Neighbours = { fresh: NONE, old: NONE, listed: NONE };

/** A correction is said close by: so many characters between the two values at most. */
const CLOSE = 90;
/** And the words that lead to a value stand right before it. */
const LEAD = 40;
/** What may stand between such a word and the value. */
const SMALL = String.raw`(?:(?:an?|the|my|our|that|in|on|by|before|at|about|around|like|it|it's|its|just|only|more|rather|as|for)\s+|[~"“(])*`;

/** Behind the new value: "9, not 4", "9 instead of 4", "9, was 4". */
const NOT_OLD = new RegExp(
  String.raw`^[^;:]{0,45}(?:\bnot|\binstead of|\brather than|\b(?:up|down) from|\bwas|\bwere|\bhad|\bno longer|\bfrom)\s*${SMALL}$`,
  "i",
);
const ARROW = /^[^\n.]{0,30}(?:→|->|-&gt;)\s*(?:~|an?\s)?$/;
/** Between two values a change, behind several their sum. */
const DOUBLE_ARROW = /^[^\n.]{0,30}(?:=>|=&gt;)\s*(?:~|an?\s)?$/;
const FROM = /\bfrom\s+(?:(?:the|an?|my|our)\s+|~)*$/i;
const TO = /^[^.]{0,40}\b(?:to|into|towards)\s+(?:(?:an?|the|about|around|like|more)\s+|~)*$/i;
/** Right before the new value. */
const INSTEAD = new RegExp(
  String.raw`(?:\bno,?|\bsorry,?|\bmeant|\bbecom(?:es|e|ing)|\bbecame|\bnow|\brather|\bmore like|\bmake (?:it|that)|\bgoes to|\bturned into|\bis now|\bare now)\s*${SMALL}$`,
  "i",
);
/** Right before the old value: it is denied. */
const DENIED = new RegExp(
  String.raw`(?:\bnot|\bisn'?t|\bno longer|\bwon'?t be|\binstead of|\brather than|\bforget|\bscrap|\bscratch|\bretract|\bwithdraw|\btake back|\boverwrite)\s+${SMALL}$`,
  "i",
);
/** Right behind the old value: it was wrong, or came before something. */
const WRONG =
  /^["”)]*\s*(?:(?:i gave|we said|on it) )?(?:is|was|were|are|won'?t|isn'?t|wasn'?t|doesn'?t|don'?t)\b(?: \w+){0,2}? (?:naive|wrong|optimi\w+|fiction|nonsense|too|holds?|do|enough|before|without|with|covers?|planned|old|my)\b/i;
/** Right before the old value: it was said once. */
const SAID = new RegExp(
  String.raw`\b(?:said|told|promised|thought|planned|scoped|estimated|guess(?:ed)?|quoted|called|was|were|had|gave|given)\s+${SMALL}$`,
  "i",
);
/** And between the two: it is another now. */
const TURN = /\b(?:but|then|now|however|actually|meanwhile|new|should be)\b|[.!]\s|;|…|\.\./i;
/** Or right behind the new one: "it was 2 weeks, it's 5 now". */
const NOW = /^\s(?:now|today)\b/i;
/** The old value is somebody's, in inverted commas, and another stands behind it: "“3 weeks”? it's 3 months". */
const QUOTED = /["“]$/;
const UNQUOTED = /^["”][^"“]*$/;
/** Words about what was spent, or only supposed, make no pair. */
const NO_PAIR =
  /\b(?:took|spent|lost|needed|lasted|ran|been|ago|since|so far|already|if|best|worst|each|per|without)\b|\?/i;

/** What the finds of a message tell of each other. Linear in their number: each looks at the one before it. */
export function neighboursOf(text: string, t: Tokens, c: Clauses, finds: readonly Find[]): Neighbours {
  if (finds.length < 2) return ALONE;
  const fresh = new Set<Find>();
  const old = new Set<Find>();
  for (let n = 1; n < finds.length; n++) {
    const [one, other] = [finds[n - 1]!, finds[n]!];
    const pair = pairOf(text, t, c, one, other, finds.length === 2);
    if (pair === undefined) continue;
    fresh.add(pair === "first" ? one : other);
    old.add(pair === "first" ? other : one);
  }
  return { fresh, old, listed: listedIn(text, t, finds) };
}

/** Which of two neighbours takes the place of the other; undefined where neither does. */
function pairOf(
  text: string,
  t: Tokens,
  c: Clauses,
  one: Find,
  other: Find,
  alone: boolean,
): "first" | "second" | undefined {
  if (one.kind !== other.kind || one.kind === "vague") return undefined;
  if (c.sentence[other.from]! - c.sentence[one.to - 1]! > 1) return undefined;
  const [from, to] = [t.end[one.to - 1]!, t.start[other.from]!];
  if (to - from > CLOSE) return undefined;
  const between = text.slice(from, to);
  const lead = text.slice(Math.max(0, t.start[one.from]! - LEAD), t.start[one.from]);
  if (c.sentence[other.from] === c.sentence[one.to - 1] && NOT_OLD.test(between)) return "first";
  if (NO_PAIR.test(lead.slice(-24)) || NO_PAIR.test(between)) return undefined;
  const replaced =
    ARROW.test(between) ||
    (alone && DOUBLE_ARROW.test(between)) ||
    (FROM.test(lead) && TO.test(between)) ||
    INSTEAD.test(between) ||
    DENIED.test(lead) ||
    WRONG.test(between) ||
    (one.low !== other.low && QUOTED.test(lead) && UNQUOTED.test(between)) ||
    (SAID.test(lead) &&
      (TURN.test(between) || NOW.test(text.slice(t.end[other.to - 1], t.end[other.to - 1]! + LEAD))));
  return replaced ? "second" : undefined;
}

/** Between two items of a list stand few words, and a comma, a plus, an "and" or the end of a line. */
const ITEM = /^[^.;?!]{0,48}$/;
const PARTED = /[,\n+/&•]|\band\b|\bplus\b/i;

const isBare = (find: Find): boolean => find.bare === true;

/** The numbers without a unit in each row of neighbours that holds an amount with one. */
function listedIn(text: string, t: Tokens, finds: readonly Find[]): ReadonlySet<Find> {
  if (!finds.some(isBare)) return NONE;
  const listed = new Set<Find>();
  let row: Find[] = [];
  const close = (): void => {
    if (!row.every(isBare)) for (const find of row) if (isBare(find)) listed.add(find);
    row = [];
  };
  for (const find of finds) {
    const last = row.at(-1);
    const between = last === undefined ? "" : text.slice(t.end[last.to - 1], t.start[find.from]);
    const goesOn = last?.unit === find.unit && ITEM.test(between) && PARTED.test(between);
    if (last !== undefined && !goesOn) close();
    if (find.unit !== undefined) row.push(find);
  }
  close();
  return listed;
}
