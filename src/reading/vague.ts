import { CLASS, PART } from "./entries.ts";
import { gateOf, passes } from "./gate.ts";
import { isDash, isMark, isOf, isWord, phraseEnds, plays, wordAt, type Find } from "./find.ts";
import { SHAPE, type Tokens } from "./scan.ts";

/** Finds sizes without a number: "quick one", "big chunk of work", "won't take long", "piece of cake", "just a config change". */
export function findVague(t: Tokens): Find[] {
  const finds: Find[] = [];
  let taken = 0;
  for (let i = 0; i < t.length; i++) {
    if (!mayOpen(t, i)) continue;
    const found =
      idiom(t, i) ??
      notLong(t, i) ??
      amountOfWork(t, i) ??
      sized(t, i) ??
      beast(t, i) ??
      predicate(t, i) ??
      justA(t, i) ??
      matterOf(t, i) ??
      leftOver(t, i);
    if (!found || found.from < taken) continue;
    finds.push({ kind: "vague", low: null, high: null, ...found });
    taken = found.to;
    i = found.to - 1;
  }
  return finds;
}

/** Of each of the rules above, what its first word must be. */
const OPENS = gateOf(
  [
    PART["vague-idiom"],
    PART["vague-amount"],
    PART["vague-easy"],
    PART["vague-hard"],
    PART["vague-beast"],
    PART.count,
    PART.couple,
    PART.few,
    PART.not,
  ],
  [CLASS.lastsLong, CLASS.merely, CLASS.matter],
);
const mayOpen = (t: Tokens, i: number): boolean =>
  t.shape[i] === SHAPE.word &&
  (passes(t.entries[i]!, OPENS) || isWord(t, i, "hardly") || isWord(t, i, "barely"));

type Found = { from: number; to: number; rule: string };
const negated = (t: Tokens, from: number): number => {
  let at = from;
  while (plays(t, at - 1, PART.degree) || (plays(t, at - 1, PART.article) && !plays(t, at - 2, PART.before)))
    at--;
  return plays(t, at - 1, PART.not) ? at - 1 : at;
};

function idiom(t: Tokens, i: number): Found | undefined {
  if (!plays(t, i, PART["vague-idiom"])) return undefined;
  const to = i + Math.max(1, t.entries[i]!.reach);
  return { from: negated(t, i), to, rule: "vague-idiom" };
}

/** "won't take long", "shouldn't take me too long". */
function notLong(t: Tokens, i: number): Found | undefined {
  if (!isOf(t, i, CLASS.lastsLong)) return undefined;
  let at = i + 1;
  while (
    at < i + 5 &&
    (plays(t, at, PART.degree) ||
      /^(?:me|us|you|him|her|them|that|all|too|very|us|much)$/.test(wordAt(t, at)))
  )
    at++;
  if (!/^(?:long|forever|ages|much)$/.test(wordAt(t, at))) return undefined;
  const from = plays(t, i - 1, PART.not) || /n'?t$/.test(wordAt(t, i - 1)) ? i - 1 : i;
  return { from, to: at + 1, rule: "vague-long" };
}

/** "a lot of work", "quite a bit of effort". */
function amountOfWork(t: Tokens, i: number): Found | undefined {
  if (!plays(t, i, PART["vague-amount"])) return undefined;
  let at = i + 1;
  if (wordAt(t, at) === "of") at++;
  while (plays(t, at, PART["vague-hard"]) || plays(t, at, PART.degree)) at++;
  if (
    !/^(?:work|effort|plumbing|refactoring|rework|moving|fiddling|yak|typing|testing|thinking|clicking|digging|hours|toil|code)$/.test(
      wordAt(t, at),
    ) ||
    (at === i + 1 && wordAt(t, i) !== "lots")
  )
    return undefined;
  let from = i;
  while (plays(t, from - 1, PART["vague-hard"]) || plays(t, from - 1, PART["vague-easy"])) from--;
  return { from: negated(t, from), to: at + 1, rule: "vague-amount" };
}

/** "quick one", "small lift", "massive undertaking", "decent chunk of work". */
function sized(t: Tokens, i: number): Found | undefined {
  if (!plays(t, i, PART["vague-easy"]) && !plays(t, i, PART["vague-hard"])) return undefined;
  let at = i + 1;
  if (isDash(t, at) && wordAt(t, at + 1) === "ish") at += 2;
  while (
    at < i + 4 &&
    (plays(t, at, PART["vague-easy"]) ||
      plays(t, at, PART["vague-hard"]) ||
      (at === i + 1 &&
        t.shape[at] === SHAPE.word &&
        !plays(t, at, PART["vague-task"]) &&
        plays(t, at + 1, PART["vague-task"])) ||
      isMark(t, at, ","))
  )
    at++;
  const effort = /^(?:work|amount|bit|chunk)$/.test(wordAt(t, at));
  if (!plays(t, at, PART["vague-task"]) && !effort) return undefined;
  let to = at + 1;
  if (
    wordAt(t, to) === "of" &&
    /^(?:work|effort|code|kit|surgery|a|refactoring|engineering)$/.test(wordAt(t, to + 1))
  )
    to += 2;
  return { from: negated(t, i), to, rule: "vague-sized" };
}

/** "a beast", "a real slog", "that's a monster". */
function beast(t: Tokens, i: number): Found | undefined {
  if (!plays(t, i, PART["vague-beast"])) return undefined;
  let from = i;
  while (
    plays(t, from - 1, PART["vague-hard"]) ||
    plays(t, from - 1, PART.degree) ||
    plays(t, from - 1, PART["vague-easy"])
  )
    from--;
  if (!/^(?:a|an)$/.test(wordAt(t, from - 1)) && from > 0 && t.shape[from - 1] !== SHAPE.mark)
    return undefined;
  if (/^(?:a|an)$/.test(wordAt(t, from - 1))) from--;
  const to = wordAt(t, i + 1) === "of" ? i + 4 : i + 1;
  return { from, to: Math.min(to, t.length), rule: "vague-beast" };
}

/** "trivial, …", "it's pretty easy", "isn't big", "not huge". */
function predicate(t: Tokens, i: number): Found | undefined {
  if (!plays(t, i, PART["vague-easy"]) && !plays(t, i, PART["vague-hard"])) return undefined;
  const to = i + 1;
  if (
    wordAt(t, to) === "to" &&
    /^(?:say|tell|know|explain|see|read|believe|judge|predict|remember)$/.test(wordAt(t, to + 1))
  )
    return undefined;
  const ends =
    phraseEnds(t, to) ||
    plays(t, to, PART.halt) ||
    /^(?:enough|i|work|stuff|imo|tbh|honestly|really|now|here)$/.test(wordAt(t, to)) ||
    /^(?:i|we|my|our)$/.test(wordAt(t, to));
  if (!ends) return undefined;
  let from = i;
  while (
    plays(t, from - 1, PART.degree) ||
    plays(t, from - 1, PART.hedge) ||
    plays(t, from - 1, PART["vague-hard"])
  )
    from--;
  const led =
    plays(t, from - 1, PART.not) || (!plays(t, from - 1, PART.article) && !plays(t, from - 1, PART.before));
  return led
    ? {
        from: plays(t, from - 1, PART.not) ? from - 1 : from,
        to: wordAt(t, to) === "work" ? to + 1 : to,
        rule: "vague-predicate",
      }
    : undefined;
}

const CHANGES = new Set(
  `change changes tweak flag label line lines setting settings toggle rename config script query constant env variable column field copy
  string typo css button bump mapping switch matter wiring redirect regex key entry record dns row yaml json property template test
  rerun restart migration enum iframe link import file div class tag image icon colour color label wrapper parameter argument option
  checkbox endpoint call hook function method condition clause if regexp limit number value default text word translation style
  script bit thing item filter attribute field header cookie token permission role cron job timer rule mail page join view index`.split(
    /\s+/,
  ),
);

/** "just a config change", "only one line", "two lines of rego plus a test". */
function justA(t: Tokens, i: number): Found | undefined {
  const opens = isOf(t, i, CLASS.merely);
  const counted = plays(t, i, PART.couple) && wordAt(t, i + 1) === "of" ? i + 2 : i + 1;
  const lines =
    (plays(t, i, PART.count) || plays(t, i, PART.couple) || plays(t, i, PART.few)) &&
    /^lines?$/.test(wordAt(t, counted));
  if (!opens && !lines) return undefined;
  let at = i + 1;
  if (opens) {
    if (
      !/^(?:a|an|another|some)$/.test(wordAt(t, at)) &&
      !plays(t, at, PART.count) &&
      t.shape[at] !== SHAPE.number
    )
      return undefined;
    at++;
  }
  for (let end = at; end < at + 4 && end < t.length && t.shape[end] === SHAPE.word; end++)
    if (CHANGES.has(wordAt(t, end))) return { from: i, to: end + 1, rule: "vague-just" };
  return undefined;
}

/** "a matter of hours", "more a thing of hours than of days". */
function matterOf(t: Tokens, i: number): Found | undefined {
  if (!isOf(t, i, CLASS.matter) || wordAt(t, i + 1) !== "of") return undefined;
  return plays(t, i + 2, PART.unit) ? { from: i, to: i + 3, rule: "vague-matter" } : undefined;
}

/** "not much left", "nearly there", "not much work". */
function leftOver(t: Tokens, i: number): Found | undefined {
  if (!plays(t, i, PART.not) && !isWord(t, i, "hardly") && !isWord(t, i, "barely")) return undefined;
  let at = i + 1;
  while (plays(t, at, PART.degree)) at++;
  if (!/^(?:much|lot|lots|anything|big)$/.test(wordAt(t, at))) return undefined;
  const next = wordAt(t, at + 1);
  const ends =
    at + 1 >= t.length ||
    isMark(t, at + 1, ",") ||
    isMark(t, at + 1, ".") ||
    /^(?:left|to|work|remaining|more|missing|effort)$/.test(next);
  return ends
    ? { from: i, to: /^(?:left|work|remaining|effort)$/.test(next) ? at + 2 : at + 1, rule: "vague-left" }
    : undefined;
}
