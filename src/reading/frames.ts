import { forWhat } from "./for-what.ts";
import type { Setting } from "./setting.ts";
import type { Frame } from "./words/frames.ts";
import { isDash, isGlued, isMark, plays, wordAt, type Find } from "./find.ts";
import { PART, SIGN_NAMES } from "./lexicon.ts";
import { SHAPE, type Tokens } from "./scan.ts";
import type { Sign } from "./words/signs.ts";

const REACH = 40;

const bitOf = (sign: Sign): { zero: number; one: number } => {
  const number = SIGN_NAMES.indexOf(sign);
  return number < 31 ? { zero: 1 << number, one: 0 } : { zero: 0, one: 1 << (number - 31) };
};
const BITS = Object.fromEntries(SIGN_NAMES.map((sign) => [sign, bitOf(sign)])) as Record<
  Sign,
  { zero: number; one: number }
>;
const gives = (t: Tokens, i: number, sign: Sign): boolean =>
  i >= 0 && i < t.length && ((t.entries[i]!.signs0 & BITS[sign].zero) !== 0 || (t.entries[i]!.signs1 & BITS[sign].one) !== 0);

const WORK =
  /^(?:work|effort|job|task|worth|project|thing|story|ticket|one|fix|change|piece|chunk|item|undertaking|exercise|epic|build|estimate|mission|affair|gig|porting|port|migration|refactor|rewrite)$/;
const AUX =
  /^(?:is|are|can|could|would|will|do|does|did|should|was|wld|may|might|has|have|isnt|isn't|couldn't|can't|won't|wouldn't|shall|were)$/;
const ASK = /^(?:how|what|why|when|which|who|any|wdyt|eta|where|whats|what's|whens|anyone)$/;
const SUBJECT =
  /^(?:i|you|u|we|they|he|she|it|this|that|these|those|the|a|an|my|your|our|their|there|anyone|someone|somebody|anybody|everyone|ya|us|thats|all)$/;
const BARE_VERB =
  /^(?:be|do|have|take|get|probably|easily|also|just|not|go|make|still|only|ship|land|finish|deliver|need|deffo|definitely|prob|prolly|you)$/;

/** Whether "is it", "can the fix", "is gift wrap" open a question even where the mark is left out. */
function asksOf(t: Tokens, open: number, opener: string, second: string): boolean {
  if (/^(?:will|was|were|has|have)$/.test(opener)) return false;
  if (SUBJECT.test(second)) return !(/^(?:is|was)$/.test(opener) && /^(?:a|an|the)$/.test(second));
  return (
    /^(?:is|are|can|could|does|do|did)$/.test(opener) &&
    t.shape[open + 1] === SHAPE.word &&
    !plays(t, open + 1, PART.degree) &&
    !plays(t, open + 1, PART.hedge) &&
    !plays(t, open + 1, PART.not) &&
    !plays(t, open + 1, PART["vague-easy"]) &&
    !plays(t, open + 1, PART["vague-hard"])
  );
}

/** Says which frames hold for a find. */
export function frames(s: Setting, find: Find, say: (name: Frame) => void): void {
  const { t, c } = s;
  const sentence = c.sentence[find.from]!;
  const start = c.starts[sentence]!;
  const endSentence = c.sentence[find.to - 1]!;
  const end = c.ends[endSentence]!;
  const prev = find.from - 1;
  const next = find.to;
  const before = wordAt(t, prev);
  let beyond = next;
  while (plays(t, beyond, PART.hedge) && c.clause[beyond] === c.clause[next - 1]) beyond++;
  const after = wordAt(t, beyond);
  const closes =
    next >= t.length ||
    (t.shape[next] === SHAPE.mark && !isDash(t, next)) ||
    c.clause[next] !== c.clause[next - 1] ||
    next >= end;
  let open = start;
  while (
    open < find.from &&
    (t.shape[open] === SHAPE.mark ||
      t.shape[open] === SHAPE.person ||
      /^(?:so|and|but|or|hmm|hey|ok|okay|hi|oh|well|sorry|lol|uff|hm|yes|yep|yeah|yup|no|nope|nah|sry|btw|re)$/.test(
        wordAt(t, open),
      ))
  )
    open++;
  const opener = wordAt(t, open);
  const second = wordAt(t, open + 1);

  const amount = find.unit !== undefined && !find.bare && find.unit !== "points";
  const marked = c.closing[endSentence] === "?";
  const aux = AUX.test(opener) && !BARE_VERB.test(second);
  const asks = ASK.test(opener) || aux;
  if (marked) say("question");
  if (marked && (asks || opener === "")) say("asks first");
  if (marked && !asks)
    for (let i = start; i < find.from; i++)
      if (/^(?:idk|dunno)$/.test(wordAt(t, i))) {
        say("answers with doubt");
        break;
      }
  if (
    !marked &&
    open < find.from &&
    ((/^(?:how|whats|wdyt|any)$/.test(opener) && t.shape[open] === SHAPE.word) ||
      (aux && asksOf(t, open, opener, second)) ||
      (opener === "what" && /^(?:is|would|are|do|does|if)$/.test(second)))
  )
    say("asks without a mark");

  let lead = open;
  while (
    lead < find.from &&
    (plays(t, lead, PART.hedge) ||
      plays(t, lead, PART.degree) ||
      t.shape[lead] === SHAPE.mark ||
      plays(t, lead, PART.not))
  )
    lead++;
  const opens = lead >= find.from;
  if (opens) say("opens sentence");
  if (opens && sentence === 0) say("opens message");
  if (opens && closes && next >= end - 1) say("alone");
  if (opens && closes) say("opens and closes");
  if (closes) say("closes clause");
  if (s.struckThrough) say("struck-through before");
  if (find.kind === "date" && t.entries[prev]?.unit !== undefined) say("reference of an amount");
  if (after === "on" || after === "over" || after === "in")
    for (let i = beyond + 1; i < Math.min(beyond + 5, end); i++)
      if (gives(t, i, "machine") && amount) {
        say("on machines");
        break;
      }
  if (marked && opens && closes && lead === open) say("alone asks");
  if (/^(?:would|wouldn't|could|might)$/.test(after)) say("then would");
  if (/^(?:have|has|had|got|'ve)$/.test(before) || /(?:'ve)$/.test(before)) say("has it");
  if (/^(?:take|taking|took)$/.test(before) && /^(?:i|we|im|i'm|he|she)$/.test(wordAt(t, prev - 1)))
    say("I take");
  if (
    /^(?:i|we|he|she|they)$/.test(after) &&
    (gives(t, beyond + 1, "was") ||
      gives(t, beyond + 1, "spent") ||
      gives(t, beyond + 1, "done") ||
      gives(t, beyond + 1, "been") ||
      /ed$/.test(wordAt(t, beyond + 1)))
  )
    say("then I did");
  for (let i = Math.max(start, find.from - 2); i < find.to; i++)
    if (/^(?:was|were|wasnt|wasn't|weren't)$/.test(wordAt(t, i))) {
      say("was it");
      break;
    }
  if (opens && after === "for") say("opens and then for");
  if (isMark(t, prev, ":")) say("colon before");
  if (
    isMark(t, prev, "=") ||
    isMark(t, prev, "→") ||
    (isDash(t, prev) && !isGlued(t, prev)) ||
    (isMark(t, prev, ">") && isDash(t, prev - 1))
  )
    say("equals before");
  if (after === "for") say("then for");
  if (after === "of") say("then of");
  if (after === "to" && !/^(?:go|run)$/.test(wordAt(t, next + 1))) say("then to");
  if (after === "and" || after === "&" || isMark(t, next, "+")) say("then and");
  if (
    after === "old" ||
    (isMark(t, next, "-") && wordAt(t, next + 1) === "old") ||
    /^(?:ago|behind|older|newer|overdue|late|early|straight|running|later|back)$/.test(after)
  )
    say("then old");
  if (/^(?:was|were|had|went|took|has|passed)$/.test(after)) say("then past");
  if (/^(?:left|remaining|more|extra|to)$/.test(after) && (after !== "to" || wordAt(t, next + 1) === "go"))
    say("then more");

  let headAt = next;
  if (isDash(t, headAt) && isGlued(t, headAt)) headAt++;
  const head = wordAt(t, headAt);
  let unitWord = "";
  for (let i = find.from; i < find.to; i++) if (t.entries[i]?.unit !== undefined) unitWord = wordAt(t, i);
  const singular = amount && !unitWord.endsWith("s") && unitWord.length > 1;
  const plural = find.low !== null && find.low !== 0 && typeof find.low === "number";
  const worded = (i: number): boolean =>
    i < t.length &&
    i < end &&
    t.shape[i] === SHAPE.word &&
    !plays(t, i, PART.condition) &&
    !plays(t, i, PART.halt) &&
    !plays(t, i, PART.hedge) &&
    !plays(t, i, PART.degree) &&
    !plays(t, i, PART.floor) &&
    !plays(t, i, PART.ceiling) &&
    !plays(t, i, PART.article) &&
    !plays(t, i, PART.joint);
  if (amount && (WORK.test(head) || (worded(headAt) && WORK.test(wordAt(t, headAt + 1)) && singular)))
    say(singular || head !== "one" ? "adjective of work" : "then work");
  else if (
    singular &&
    plural &&
    worded(headAt) &&
    !gives(t, headAt, "need") &&
    !gives(t, headAt, "more") &&
    !gives(t, headAt, "doer") &&
    !/^(?:is|was|are|max|long|before|after|later|until)$/.test(head) &&
    (t.shape[find.from] === SHAPE.number ||
      plays(t, find.from, PART.count) ||
      (/^(?:the|this|that|a)$/.test(wordAt(t, find.from)) && find.to - find.from > 2))
  )
    say("adjective of something else");
  if (worded(next) && t.entries[next]!.signs0 === 0 && t.entries[next]!.signs1 === 0) say("then noun");
  let hyphen = false;
  let moreOfIt = false;
  for (let i = find.from; i < find.to; i++) {
    if (isMark(t, i, "-") && isGlued(t, i) && t.entries[i + 1]?.unit !== undefined) hyphen = true;
    if (/^(?:more|another|additional|extra|further)$/.test(wordAt(t, i)) && wordAt(t, i + 1) !== "than")
      moreOfIt = true;
  }
  for (let i = find.from; i < find.to; i++)
    if (
      /^(?:dev|person|man|engineer|engineering|developer|eng|manday|mandays|md|pd|workdays|people|team|effort|coding)$/.test(
        wordAt(t, i),
      )
    ) {
      say("effort unit");
      break;
    }
  if (find.unit === "sprint" && t.end[find.to - 1]! - t.start[find.from]! > 8) say("sprints counted");
  if (hyphen) say("hyphenated");
  if (moreOfIt) say("more of it");
  if (
    start > 0 &&
    isMark(t, start - 1, "\n") &&
    (isMark(t, start, "•") || isMark(t, start, "-") || t.shape[start] === SHAPE.number)
  )
    say("in bullet");
  if (s.amounts > 1) say("one of several");
  const small = find.unit === "minute" || find.unit === "hour";
  if (find.unit === "minute") say("minutes");
  if (small) say("small unit");
  if (find.unit === "year") say("years");
  if (find.low === 0 || (find.high === null && find.low !== null)) say("bounded");
  else if (find.low !== find.high) say("ranged");
  if (find.loose) say("loose");
  if (find.bare) say("bare");
  if (before === "in") say("after in");
  if (before === "after") say("after after");
  if (before === "since") say("after since");
  if (before === "for") say("after for");
  if (before === "at") say("after at");
  if (before === "within") say("after within");
  if (
    /^(?:every|each|per|once|twice|second|times|x)$/.test(before) ||
    /^(?:per|each time)$/.test(after) ||
    (/^(?:a|an|per)$/.test(wordAt(t, find.from)) &&
      /^(?:once|twice|times|x|points?|tickets?|people|branches|minutes?|hours?|days?)$/.test(before) &&
      find.to - find.from === 2) ||
    wordAt(t, next) === "cycle"
  )
    say("after every");
  if (/^(?:last|past|previous|first|second|every)$/.test(before)) say("after last");
  let quoteAt = prev;
  while (plays(t, quoteAt, PART.hedge) || plays(t, quoteAt, PART.degree)) quoteAt--;
  if (
    isMark(t, quoteAt, '"') ||
    (isMark(t, next, '"') && closes) ||
    isMark(t, quoteAt, "“") ||
    isMark(t, prev, "“") ||
    isMark(t, prev, "'")
  )
    say("in inverted commas");
  if (t.length < 10) say("short message");
  if (t.length > 60) say("long message");
  if (s.asked) say("before asks");
  if (s.quoted) say("quoted nearby");
  if (s.code) say("code nearby");

  const said = wordAt(t, find.from);
  if (find.kind === "date") {
    if (/^(?:by|until|till|til|to)$/.test(said)) say("prep by");
    else if (/^(?:on|at)$/.test(said)) say("prep on");
    else if (/^(?:in|for|around|towards?)$/.test(said)) say("prep in");
    else if (/^(?:before|not)$/.test(said)) say("prep before");
    else say("core only");
  }

  // What stands in the find's clause and sentence, before and after it.
  const first = Math.max(start, find.from - REACH);
  const last = Math.min(end, find.to + REACH);
  const home = c.clause[find.from]!;
  const shield = forWhat(t, find);
  const tail = c.clause[find.to - 1]!;
  let past = false,
    future = false,
    machine = false,
    outsider = false,
    wants = false,
    meeting = false,
    gather = false,
    away = false,
    product = false,
    keeps = false,
    supposing = false,
    doer = false,
    starts = false,
    needs = false,
    deliver = false,
    isNear = false,
    saying = false,
    ifs = false,
    pastIf = false,
    ticket = false,
    person = false,
    clock = false,
    doing = false,
    would = false,
    counted = false,
    change = false,
    gone = false,
    negated = false,
    perfect = false,
    chore = false,
    please = false,
    inIf = false;
  const inside0 = (i: number): boolean => c.clause[i] === home;
  for (let i = first; i < last; i++) {
    if (i >= find.from && i < find.to) continue;
    const inside = i < find.from ? c.clause[i] === home : c.clause[i] === tail;
    const word = wordAt(t, i);
    if (gives(t, i, "supposing")) supposing = true;
    if (
      i < find.from &&
      (t.entries[i]?.unit === "sprint" || /^(?:seasons?|iterations?|cycles?|trains?)$/.test(word)) &&
      (word.endsWith("s") ||
        (/^(?:is|has|lasts|takes|here|means)$/.test(wordAt(t, i + 1)) &&
          /^(?:a|our|the|one)$/.test(wordAt(t, i - 1)))) &&
      t.shape[i - 1] !== SHAPE.number &&
      !plays(t, i - 1, PART.count)
    )
      say("sprints are");
    if (
      inside0(i) &&
      i < find.from &&
      /^(?:have|has|had|i've|we've|ive|weve|'ve|haven't|hasn't)$/.test(word) &&
      (/^(?:put|been|spent|taken|given|gone|written|run|cost|paid|sat|had|already|now|only)$/.test(
        wordAt(t, i + 1),
      ) ||
        gives(t, i + 1, "done") ||
        gives(t, i + 1, "spent") ||
        /[a-z]{2}ed$/.test(wordAt(t, i + 1)))
    )
      perfect = true;
    if (t.shape[i] === SHAPE.time) clock = true;
    if (i < find.from) {
      if (t.shape[i] === SHAPE.person) person = true;
      if (inside && word === "if" && !opens) inIf = true;
      if (word === "if" || word === "when" || word === "unless" || word === "even") ifs = true;
      if (ifs && /^(?:was|were|had|took|cost|went|did|it'd|i'd|id|needed|stayed|got|we'd|would)$/.test(word))
        pastIf = true;
    }
    if (word === "would" || word === "would've" || word === "wouldn't" || word === "wouldve") would = true;
    if (!inside || (shield && i >= find.to)) continue;
    if (t.shape[i] === SHAPE.id) ticket = true;
    if (gives(t, i, "shall") || gives(t, i, "is")) future = true;
    if (
      gives(t, i, "spent") ||
      gives(t, i, "was") ||
      gives(t, i, "been") ||
      (gives(t, i, "done") && !gives(t, i, "deliver"))
    )
      past = past || i < find.from || gives(t, i, "ago");
    if (gives(t, i, "ago") && i > find.to - 1) past = true;
    if (gives(t, i, "machine") && i < find.from) machine = true;
    if (gives(t, i, "works")) machine = true;
    if (gives(t, i, "outsider") && i < find.from && (i - 2 <= start || c.clause[i - 3] !== c.clause[i]))
      outsider = true;
    if (
      gives(t, i, "gone") &&
      (i === open ||
        /^(?:i'm|im|i|be|is|she's|he's|she|he|are|am|been|we're|i'll|she'll|he'll|they're|who's|was|half|me)$/.test(
          wordAt(t, i - 1),
        ) ||
        t.shape[i - 1] === SHAPE.person ||
        t.shape[i - 1] === SHAPE.mark)
    )
      gone = true;
    if (i < find.from && plays(t, i, PART.not)) negated = true;
    if (gives(t, i, "wants")) wants = true;
    if (gives(t, i, "meeting")) meeting = true;
    if (gives(t, i, "gather")) gather = true;
    if (gives(t, i, "away")) away = true;
    if (gives(t, i, "product")) product = true;
    if (gives(t, i, "keeps")) keeps = true;
    if (gives(t, i, "doer")) doer = true;
    if (gives(t, i, "starts")) starts = true;
    if (gives(t, i, "counted") && ((i >= find.to && i <= find.to + 2) || find.kind === "size"))
      counted = true;
    if (gives(t, i, "chores")) chore = true;
    if (gives(t, i, "please")) please = true;
    if (gives(t, i, "revise")) change = true;
    if (i < find.from) {
      if (
        /^(?:need|needs|want|gimme|give|take|takes|require|requires)$/.test(word) &&
        (gives(t, i - 1, "doer") ||
          gives(t, i - 1, "shall") ||
          gives(t, i - 2, "doer") ||
          word === "gimme" ||
          (word === "give" && wordAt(t, i + 1) === "me"))
      )
        needs = true;
      if (
        /^(?:say|guess|reckon|see|call|put|calculate|estimate|vote|count|giving|give|bet|make|expect|think|aim)$/.test(
          word,
        ) &&
        (gives(t, i - 1, "doer") || gives(t, i - 1, "shall") || /^(?:call|make)$/.test(word)) &&
        !(word === "make" && find.kind === "date")
      )
        saying = true;
      if (gives(t, i, "deliver")) deliver = true;
      if (/^(?:is|are|=|takes|costs|means|will|would|'s)$/.test(word) && i >= find.from - 3) isNear = true;
      if (i === lead && /[a-z]ing$/.test(word) && word.length > 5) doing = true;
    }
  }
  if (past && !future && !needs) say("past without future");
  if (past && find.kind === "date") say("thing of the past");
  if (machine) say("machine subject");
  if (machine && small) say("machine and small unit");
  if (outsider) say("outsider subject");
  if (outsider && wants) say("outsider wants");
  if (meeting || gather) say("gathering");
  if ((meeting || gather) && small) say("gathering and small unit");
  if (chore && (find.kind === "date" || find.kind === "vague")) say("chore in clause");
  if (please && find.kind === "date") say("asked of others");
  if (
    before === "in" &&
    /^(?:is|are|it's|starts|begins|closes|opens|ends|comes|call|meeting|review)$/.test(wordAt(t, prev - 1))
  )
    say("event is in");
  if (wordAt(t, find.from) === "half" && find.unit === "day" && find.to - find.from === 2)
    say("half day off");
  if (find.unit === "points" && /^(?:up|down|by|of|lost|gained|rose|fell|dropped)$/.test(before))
    say("points of discussion");
  if (
    before === "not" ||
    before === "from" ||
    (before === "of" && wordAt(t, prev - 1) === "instead") ||
    (before === "longer" && wordAt(t, prev - 1) === "no")
  )
    say("old value");
  if (inIf && find.kind === "duration") say("inside an if clause");
  if (perfect) say("perfect tense");
  if (
    amount &&
    !away &&
    ((s.before0[find.from]! & BITS.away.zero) | (s.before1[find.from]! & BITS.away.one)) !== 0
  )
    say("absence elsewhere");
  if (away) say("absence in clause");
  if (gone) say("gone, of somebody");
  if (change && find.kind === "date") say("date changed");
  if (negated && find.kind === "date" && /^(?:before|until|till)$/.test(wordAt(t, find.from)))
    say("not before");
  if (product) say("product in clause");
  if (product && keeps) say("product keeps");
  if (supposing) say("supposing in sentence");
  if (would && !ifs) say("would without if");
  if (doer) say("doer in clause");
  if (starts && find.kind === "date") say("starts in clause");
  if (needs && !perfect) say("doer needs");
  if (saying && !perfect) say("i say");
  if (deliver && find.kind === "date" && (future || doer) && !past) say("will be done");
  if (doing && isNear) say("doing is");
  if (ifs) say("if before");
  if (pastIf) say("past if");
  if (ticket) say("ticket in clause");
  if (person) say("person before");
  if (clock) say("clock time");
  if (counted) say("number of things");
  if (change && (s.amounts > 1 || find.bare)) say("correction");
  if (
    /(?:ed|ught|ent|ook)$/.test(before) &&
    before.length > 3 &&
    !/^(?:need|estimated|voted|pointed|committed)$/.test(before)
  )
    say("after a past verb");
  if (
    /^(?:yes|yep|yeah|yup|confirming|confirmed|correct|right|still|ya|aye)$/.test(wordAt(t, start)) ||
    /^(?:still|same)$/.test(before)
  )
    say("confirms");
  if (
    /^(?:still|holds?|stands?|stays?|remains?|it)$/.test(after) &&
    /^(?:stands?|holds?|good|valid|is|ok|fine|it|for|works?|on|applies|hold)$/.test(
      after === "it" ? wordAt(t, next + 1) : wordAt(t, next + 1) || after,
    )
  )
    say("still stands");
  if (
    after === "in" &&
    (wordAt(t, next + 1) === "and" || wordAt(t, next + 1) === "," || wordAt(t, next + 1) === "now")
  )
    say("in and still");
  if (
    /^(?:away|out|off|till|until|til|to|left)$/.test(after) &&
    ((after === "away" && wordAt(t, beyond + 1) !== "from") ||
      after === "off" ||
      (amount && /^(?:till|until|til)$/.test(after)))
  )
    say("is away");
  if (
    find.unit === "points" &&
    !find.bare &&
    (after === "of" || after === "about" || after === "on" || after === "from") &&
    (gives(t, next + 1, "counted") || (t.shape[next + 1] === SHAPE.word && !plays(t, next + 1, PART.article)))
  )
    say("points of discussion");
  if (
    prev >= start &&
    t.shape[prev] === SHAPE.word &&
    t.entries[prev]!.signs0 === 0 &&
    t.entries[prev]!.signs1 === 0 &&
    !plays(t, prev, PART.hedge) &&
    !plays(t, prev, PART.degree) &&
    !plays(t, prev, PART.halt) &&
    !plays(t, prev, PART.article) &&
    !plays(t, prev, PART.condition) &&
    !plays(t, prev, PART.not)
  )
    say("after a name");
}
