import { finder, type Finder } from "./phrases.ts";
import type { Posed } from "./question.ts";
import { SIGNS } from "./signs.ts";
import { words } from "./text.ts";
import { choicesOf, partsOf, verbOf } from "./wants.ts";

/**
 * What a reply of a few words says and nothing beside it: yes or no; that nobody is; one of the choices offered; that it
 * is in or out; the number that was said before; that it is what it is; or that it is not known.
 */
export type Bare =
  | "yes"
  | "no"
  | "nobody"
  | "choice"
  | "in or out"
  | "repeat"
  | "the same twice"
  | "doubt"
  | "there is none"
  | "cannot be";

const yes = finder(SIGNS.yes);
const no = finder(SIGNS.no);
/** What may stand beside a bare yes without adding to it. */
const AIRS = finder("@emoji, lol, haha, d, pls, please, sir, tbh, thanks, thx, hm, ok, oh, so, well");

/** How far a yes or a no goes: "yes, fully", "no, not at all". */
const WHOLLY = finder(
  "fully, completely, entirely, totally, wholly, @fully, all of it|them|that, everything, both, both of them, not at all, not a bit",
);

/** Whether these tables hold every word. */
function coverAll(list: readonly string[], tables: readonly Finder[]): boolean {
  const covered = new Set(
    tables
      .flatMap((find) => find(list))
      .flatMap(({ at, length }) => [...Array(length).keys()].map((i) => at + i)),
  );
  return list.length > 0 && covered.size === list.length;
}

/** The question's own verb, as in "it does", "does not", "isn't": the words that open it, and those that stand beside. */
const BESIDE_VERB = new Set("it that this they there we i he she not".split(" "));

function byOwnVerb({ text }: Posed, list: readonly string[]): "yes" | "no" | undefined {
  const verbs = new Set(partsOf(text).flatMap((part) => verbOf(part) ?? []));
  const denied = (word: string) => word.endsWith("nt") && verbs.has(word.slice(0, -2));
  const isVerb = (word: string) => verbs.has(word) || denied(word);
  if (list.length > 3 || list.filter(isVerb).length !== 1) return undefined;
  if (!list.every((word) => isVerb(word) || BESIDE_VERB.has(word))) return undefined;
  return list.includes("not") || list.some(denied) ? "no" : "yes";
}

/** A yes or a no and nothing else. */
function agreement(question: Posed, list: readonly string[]): "yes" | "no" | undefined {
  if (!coverAll(list, [yes, no, AIRS, WHOLLY])) return byOwnVerb(question, list);
  if (yes(list).length > 0) return "yes";
  return no(list).length > 0 ? "no" : undefined;
}

/** A short reply has at most so many words: more of them say something besides. */
const SHORT = 5;

const nobody = finder(
  "nobody ?else, noone ?else, no one ?else, none, only|just us|me|ours|we, only|just our|my own|team|side|people, all|its ours|us|mine",
);

/** Words that add nothing to a choice: "the existing one", "up to the merge". */
const AROUND = new Set(
  "the a an it its is one ones our ours we that this on in to with for only just at up until till when after before done".split(
    " ",
  ),
);
const PLACED = new Set("first last second third former latter".split(" "));

/** Points that work passes on its way, as people name them: a choice between such points may be answered by another. */
const POINTS = finder(
  "code|coded|coding, written, reviewed|review, merged|merge|main|master, test|tests|tested|qa|uat, staging, live, prod|production, deployed|deploy, released|release, shipped, accepted|acceptance, signed off, dev complete",
);

const rootOf = (word: string) => word.replace(/(?:e?d|ing|s)$/, "").replace(/e$/, "");

/** "Through QA with the fixes in": one of the choices in its own words, and in no other's. */
const isChoiceInFull = (
  choices: readonly (readonly string[])[],
  list: readonly string[],
  named: readonly string[],
): boolean =>
  named.length > 1 &&
  choices.length > 1 &&
  choices.filter((choice) => named.every((word) => choice.includes(word))).length === 1 &&
  list.every((word) => AROUND.has(word) || choices.some((choice) => choice.includes(word)));

/** One thing of those the question offers, named or counted, and nothing else: "code", "the existing one", "the latter". */
function isChoice(question: Posed, list: readonly string[]): boolean {
  const choices = choicesOf(question.text);
  const named = list.filter((word) => !AROUND.has(word));
  if (isChoiceInFull(choices, list, named)) return true;
  if (choices.length < 2 || list.length > SHORT || list.length === 0) return false;
  if (named.length === 1 && PLACED.has(named[0] ?? "")) return true;
  if (named.length === 0 || named.length > 2 || new Set(named).size < named.length) return false;
  const roots = choices.map((choice) => new Set(choice.map(rootOf)));
  const offered = named.map((word) => roots.filter((choice) => choice.has(rootOf(word))).length);
  if (offered.every((count) => count > 0)) return offered.some((count) => count < choices.length);
  const betweenPoints = choices.filter((choice) => POINTS(choice).length > 0).length > 1;
  return betweenPoints && coverAll(named, [POINTS]);
}

const amount = finder(`${SIGNS.amount}, ${SIGNS.number}, ${SIGNS.date}`);
const inOrOut = finder(
  "included|include|includes|incl|inclusive, in|inside, counted, covered|covers, part, excluded|excl|excludes|exclusive, out|outside, extra|additional, separate|separately|seperate, on top, without, only|just my|our|mine|me|ours, hours|day|days|week|weeks|sprint|sprints|point|points more, another * day|days|week|weeks|sprint|sprints, another day|week|sprint",
);
const aroundInOrOut = finder(
  "it|its|is|that|thats|this|the|not|no|yes|yep|nope|does|doesnt|isnt|are|arent|of|all|both|already|there|number|estimate|@thumb|@emoji|explicitly|comes, my|our|mine side|part|bit|half|end|code|work",
);

const doubtful = finder(
  `${SIGNS.unknown}, ${SIGNS.promise}, ${SIGNS.trust}, ${SIGNS.vague}, ${SIGNS.hedge}, ${SIGNS.condition}, ${SIGNS.joke}, some, partly, usually, mostly, normally`,
);

/** "Unit tests only", "happy path only": that much is in, and nothing else. */
const isThatOnly = (list: readonly string[]) =>
  list.length > 1 && list.length < SHORT && list.at(-1) === "only" && doubtful(list).length === 0;

/** That it is in or that it is out, with words of the question at most: "testing is on top", "not included". */
function isInOrOut(question: Posed, list: readonly string[]): boolean {
  if (isThatOnly(list)) return true;
  if (list.length > SHORT + 2 || inOrOut(list).length === 0) return false;
  const asked = new Set(words(question.text).filter((word) => /^\p{L}{2,}/u.test(word)));
  const own = list.filter((word) => !asked.has(word) || inOrOut([word]).length > 0);
  return own.length <= SHORT && coverAll(own, [inOrOut, aroundInOrOut, amount]);
}

const said = finder(
  "as|like i|we said|wrote, as|like said, as before|above, still, already said, i already|just said, same, again, told you",
);
const aroundAmount = finder("i|its|it|is|the|a|about|roughly|yes|yep|by|on|till|until|no change|,|:");

/** The number that stands already, said once more: "as I said, 3 weeks". */
const isRepeat = (list: readonly string[]) =>
  said(list).length > 0 && amount(list).length > 0 && coverAll(list, [amount, said, aroundAmount]);

const doubt = finder(`${SIGNS.unknown}, ${SIGNS.promise}`);
const aroundDoubt = finder(
  "i|im|we|were, it|that|this|about it|that|this, yet, still, first, honestly, tbh, sorry, really, right now, at the moment, just, and, so, but, the, to, again, am, are, is, check|ask|look|think first|again",
);

/** Doubt and promises from the first word to the last: "not sure yet, let me see". */
const isDoubt = (list: readonly string[]) =>
  doubt(list).length > 0 && coverAll(list, [doubt, aroundDoubt]) && nobody(list).length === 0;

const SAID_TWICE_AT_MOST = 100;
const SAME_TWICE = /^(.{2,40}?) (?:is|are|means) (?:just )?\1$/i;

/** "3 weeks is 3 weeks", "done means done": as much as nothing, whatever was asked. */
export const saysTheSameTwice = (text: string): boolean =>
  text.length <= SAID_TWICE_AT_MOST && SAME_TWICE.test(text.trim().replace(/[.!]{1,9}$/, ""));

/** As long as a plain sentence is that denies a thing, or says that it cannot be. */
const PLAIN_SENTENCE = 10;
const TAKEN_FOR_GRANTED = /^[^,?]*?\bthe (\p{L}+)(?: (\p{L}+))?/u;
const DENIES =
  /^(?:no )?(?:theres|there is|there are|there isnt|there wont be|we have|we need|its) (?:no|not a|any|a) |^no /;

/** "There's no database change", where the question takes it for granted that there is one. */
function isDenied({ text }: Posed, list: readonly string[]): boolean {
  const granted = TAKEN_FOR_GRANTED.exec(text.toLowerCase())?.slice(1, 3).filter(Boolean) ?? [];
  const said = list.join(" ");
  const roots = new Set(list.map(rootOf));
  return (
    granted.length > 0 &&
    DENIES.test(said) &&
    doubtful(list).length === 0 &&
    granted.every((word) => roots.has(rootOf(word)))
  );
}

const ASKS_WHETHER_IT_CAN_BE =
  /\bget back\b|\bway back\b|\bundo\b|\broll(?:ed)? ?back\b|\bsecond person\b|\bsomebody (?:were free|else)\b|\bsplit\b|\bsmallest (?:piece|part)\b|\bship first\b/i;
const CANNOT =
  /^(?:no |not really |sadly |unfortunately )?(?:it|we|that|this|you|one) (?:cant|cannot|can not|couldnt) (?:really |just |easily )?(?!say|tell|know|promise|remember|estimate|judge|see|think|answer|commit|guess)\p{L}+/u;
const leavesOpen = finder(`${SIGNS.unknown}, ${SIGNS.promise}, ${SIGNS.hedge}, yet, sure, know, maybe`);

/** "We can't split it", "it can't be undone", where that is what was asked. */
const isImpossible = ({ text }: Posed, list: readonly string[]): boolean =>
  ASKS_WHETHER_IT_CAN_BE.test(text) && CANNOT.test(list.join(" ")) && leavesOpen(list).length === 0;

/** What a reply says that says nothing beside it. */
export function bareIn(question: Posed, all: readonly string[]): Bare | undefined {
  const list = all.filter((word) => /[\p{L}#@]/u.test(word));
  const agrees = agreement(question, list);
  if (agrees !== undefined || all.includes("?")) return agrees;
  if (coverAll(list, [nobody, AIRS]) && list.length <= SHORT) return "nobody";
  if (isChoice(question, list)) return "choice";
  if (isInOrOut(question, list)) return "in or out";
  if (isRepeat(list)) return "repeat";
  if (list.length <= PLAIN_SENTENCE && isDenied(question, list)) return "there is none";
  if (list.length <= PLAIN_SENTENCE + 4 && isImpossible(question, list)) return "cannot be";
  return isDoubt(list) ? "doubt" : undefined;
}
