import { LABELS, type Label } from "../../threads/thread.ts";
import { chancesOf } from "./chances.ts";
import type { Bare } from "./bare.ts";
import type { Found } from "./findings.ts";
import type { Posed } from "./question.ts";
import type { Heard } from "./hear.ts";
import { inWords } from "./reasons.ts";
import { slotsOf } from "./slots.ts";
import { spoken } from "./spoken.ts";
import { cueScale, type Strengths, strengths } from "./strengths.ts";
import { isMootByNo, offersNothing, wantsIn } from "./wants.ts";
import learned from "./weights.json" with { type: "json" };

/**
 * What the labelled answers taught, made by `training/verdicts.ts`: for each name its weight for answered, partial,
 * non-answer and unrelated.
 */
type Weights = ReadonlyMap<string, readonly number[]>;

/** Of the findings. */
const meanings: Weights = new Map(Object.entries(learned.findings));
/**
 * Of words, runs of words and runs of kinds of words: "=" is a word of the question, "^" and "$" are a sentence's ends,
 * "×" joins a word to what is asked.
 */
const phrases: Weights = new Map(Object.entries(learned.phrases));
/** Of the cues of a clause alone. */
const clauses: Weights = new Map(Object.entries(learned.clauses));

const nameOf = (label: Label) => `phrases: ${label}`;

/** What the learned phrases among these cues speak for, as findings by label. */
function phraseFindings(cues: readonly string[]): Found {
  const found: Found = {};
  for (const cue of cues)
    phrases.get(cue)?.forEach((weight, index) => {
      const name = nameOf(LABELS[index] ?? "unrelated");
      found[name] = (found[name] ?? 0) + weight;
    });
  return found;
}

/** The chances of each label for one clause alone. */
function clauseChances(cues: readonly string[]): number[] {
  const scale = cueScale(cues.length);
  const scores = [0, 0, 0, 0];
  for (const cue of cues)
    clauses.get(cue)?.forEach((weight, index) => (scores[index] = (scores[index] ?? 0) + weight * scale));
  return chancesOf(scores);
}

/** All findings of a reply, with what its phrases and its clauses are known to speak for. */
export const weighed = ({
  found,
  cues,
  clauses: said,
}: Pick<Heard, "found" | "cues" | "clauses">): Found => ({
  ...found,
  ...phraseFindings(cues),
  ...spoken(said.map(clauseChances)),
});

/** A label for what was found, how strongly each label is spoken for, and the strengths that went into it. */
export type Judgement = {
  readonly label: Label;
  readonly chances: readonly number[];
  readonly strengths: Strengths;
};

/** "answered" is said only where it is this sure: to take a dodge for an answer is the worse mistake. */
const SURE = 0.65;
/** … or where a dodge is this unlikely. */
const DODGE = 0.3;

/** How much each label's chance counts: weighed towards the rarer ones, and away from "answered". */
const LEAN: Readonly<Record<Label, number>> = {
  answered: 0.85,
  partial: 1,
  "non-answer": 1,
  unrelated: 1.2,
};

/** The chances with the lean in them, together 1 again. */
function leaning(chances: readonly number[]): number[] {
  const leant = LABELS.map((label, index) => (chances[index] ?? 0) * LEAN[label]);
  const sum = leant.reduce((a, b) => a + b, 0) || 1;
  return leant.map((one) => one / sum);
}

/** The likeliest label; "answered" gives way to the next one where a non-answer is not ruled out. */
function choose(even: readonly number[]): Label {
  const chances = leaning(even);
  const [answered = 0, , dodge = 0] = chances;
  const doubtful = answered < SURE && dodge > DODGE;
  const ranked = LABELS.map((label, index) => ({ label, chance: chances[index] ?? 0 }))
    .filter(({ label }) => !(doubtful && label === "answered"))
    .toSorted((a, b) => b.chance - a.chance);
  return ranked[0]?.label ?? "non-answer";
}

/** What a bare yes or no does: it answers one yes-no question, half of two, and no other question; a no may make the rest moot. */
function ofBare(question: Posed, found: Readonly<Found>): Label {
  const { wants } = wantsIn(question);
  if (!found["bare yes"] && offersNothing(question.text)) return "answered";
  if (wants.has("choice") || !wants.has("yes-no")) return "non-answer";
  if (!found["bare yes"] && isMootByNo(question.text)) return "answered";
  return slotsOf(question.text).length > 1 ? "partial" : "answered";
}

/** "Nobody", "just us", where anybody at all was asked for. */
function ofNobody(question: Posed): Label | undefined {
  const { wants } = wantsIn(question);
  if (!wants.has("person") || !wants.has("yes-no")) return undefined;
  return isMootByNo(question.text) || slotsOf(question.text).length < 2 ? "answered" : undefined;
}

/** What "included" or "on top" does: it answers where that was asked, and is half where more was asked. */
function ofInOrOut(question: Posed, found: Readonly<Found>): Label | undefined {
  const { wants } = wantsIn(question);
  const slots = slotsOf(question.text);
  if (!slots.includes("counted") || !(wants.has("yes-no") || wants.has("choice"))) return undefined;
  if (slots.length === 1) return "answered";
  return found["a clause for each part"] ? undefined : "partial";
}

/** Two numbers and hardly a word, "3w / 8w", are both ends of a range; more words may be about anything. */
const TWO_NUMBERS_AT_MOST = 6;

/** A choice named alone answers, though half of the question may be left: "and who is on it?". */
const ofBareChoice = (question: Posed): Label =>
  slotsOf(question.text).filter((slot) => slot !== "reason").length > 1 ? "partial" : "answered";

const OPEN_CLAUSES = ["gap", "open point", "hanging", "promise", "trust", "joke", "vague"].map(
  (kind) => `clause: ${kind}`,
);

const count = (found: Readonly<Found>, ...names: string[]) =>
  names.reduce((sum, name) => sum + (found[name] ?? 0), 0);

/** "None, everything is decided": what is vague behind a plain "none" takes nothing away from it. */
const saysNone = (found: Readonly<Found>) =>
  Boolean(found["opens: nothing"]) && count(found, "clause: vague") === found["clauses"];

/** Each clause says that something is not known, or promises, trusts, jokes, trails off, stays vague. */
const saysNothing = (found: Readonly<Found>) =>
  Boolean(found["clauses"]) && count(found, ...OPEN_CLAUSES) === found["clauses"] && !saysNone(found);

/** "No idea, hm": so few words that only say that it is not known hold no half of an answer either. */
const NOTHING_AT_MOST = 6;

/** Whether each reply is bare in one of these ways. */
const allBare = (found: Readonly<Found>, ...ways: Bare[]) =>
  count(found, ...ways.map((way) => `bare ${way}`)) === found["replies"];

/**
 * Rules that no weight overrides, in order; the first that speaks decides. Where only the PM asked on, nobody replied; a
 * yes to what the PM restated answers; a bare yes or no goes by the form, and so do "nobody" and "included"; a thing denied that was taken for granted, and "we
 * can't" where that was asked, answer; a choice named alone answers a question that gave it; the number said once more is no answer where no number was asked for, nor
 * are doubt alone and the same said twice; two numbers give both ends of a range; a few words that say nothing are no answer, nor is one taken back with nothing in
 * its place; a link without a word is about something else.
 */
const RULES: readonly ((question: Posed, found: Readonly<Found>) => Label | undefined)[] = [
  (_, found) => (found["pm asks"] && !found["replies"] ? "unrelated" : undefined),
  (_, found) => (found["confirmed"] ? "answered" : undefined),
  (question, found) => (allBare(found, "yes", "no") ? ofBare(question, found) : undefined),
  (question, found) => (allBare(found, "no", "nobody") ? ofNobody(question) : undefined),
  (question, found) => (allBare(found, "yes", "no", "in or out") ? ofInOrOut(question, found) : undefined),
  (_, found) => (allBare(found, "there is none", "cannot be") ? "answered" : undefined),
  (question, found) => (allBare(found, "choice") ? ofBareChoice(question) : undefined),
  (question, found) => {
    const { wants } = wantsIn(question);
    return allBare(found, "repeat") && !wants.has("amount") && !wants.has("time") ? "non-answer" : undefined;
  },
  (_, found) => (allBare(found, "the same twice", "doubt") ? "non-answer" : undefined),
  (_, found) =>
    found["fills: both ends"] && count(found, "number") > 1 && count(found, "words") <= TWO_NUMBERS_AT_MOST
      ? "answered"
      : undefined,
  (_, found) => {
    const aside = count(found, "announcement", "request", "household") > 0;
    const short = count(found, "words") <= NOTHING_AT_MOST && !aside;
    return saysNothing(found) && (short || found["opens: takes back"]) ? "non-answer" : undefined;
  },
  (_, found) => (found["link"] && found["words"] === found["link"] ? "unrelated" : undefined),
];

/** "Jo the screens, the parser first": no more words than this stand so close that none of them leaves a part open. */
const TERSE_AT_MOST = 12;
/** How likely a dodge or another matter may be, and how likely an answer must be where a part is of no known kind. */
const TERSE_DODGE = 0.2;
const TERSE_ANSWER = 0.3;

/** Few words with a clause for each part of the question, and no dodge: a whole answer, though it looks like half of one. */
function isTerseAndFull(question: Posed, found: Readonly<Found>, chances: readonly number[]): boolean {
  const [answered = 0, , dodge = 0, aside = 0] = chances;
  if (!found["a clause for each part"] || count(found, "words") > TERSE_AT_MOST) return false;
  const known = !slotsOf(question.text).includes("open");
  return dodge + aside < TERSE_DODGE && (known || answered > TERSE_ANSWER);
}

/** One amount where both ends were asked for: "best? a week", "+/- 2 days". Two conditions, "a week if …, four if not", are both ends. */
const givesOneEnd = (question: Posed, found: Readonly<Found>) =>
  slotsOf(question.text).includes("both ends") &&
  Boolean(found["amount"]) &&
  !found["fills: both ends"] &&
  count(found, "number") < 2 &&
  count(found, "condition") < 2;

/** The label for what was found, by rule where one fits, else the likeliest by these chances. */
export function labelOf(question: Posed, found: Readonly<Found>, chances: readonly number[]): Label {
  for (const rule of RULES) {
    const label = rule(question, found);
    if (label) return label;
  }
  const label = choose(chances);
  if (label === "answered" && saysNothing(found)) return "non-answer";
  if (label === "answered" && givesOneEnd(question, found)) return "partial";
  if (label === "partial" && found["settled last"]) return "answered";
  return label === "partial" && isTerseAndFull(question, found, chances) ? "answered" : label;
}

/** Judges what was found in the replies to a question by the learned weights and the rules above. */
export function judge(question: Posed, found: Readonly<Found>): Judgement {
  const strong = strengths(question, found);
  const scale = cueScale(found["cues"] ?? 0);
  const scores = LABELS.map((label) => (found[nameOf(label)] ?? 0) * scale);
  for (const [name, strength] of strong)
    meanings
      .get(name)
      ?.forEach((weight, index) => (scores[index] = (scores[index] ?? 0) + weight * strength));
  const chances = chancesOf(scores);
  return { label: labelOf(question, found, chances), chances, strengths: strong };
}

/** How much a finding must speak for a label to be named. */
const NAMED_FROM = 0.1;

/** In plain words, what spoke most for this label, strongest first. */
export function reasons({ label, strengths: strong }: Judgement, most: number): string[] {
  const index = LABELS.indexOf(label);
  const spoke = [...strong]
    .map(([name, strength]) => ({ name, by: (meanings.get(name)?.[index] ?? 0) * strength }))
    .filter(({ by }) => by > NAMED_FROM)
    .toSorted((a, b) => b.by - a.by)
    .flatMap(({ name }) => inWords(name) ?? []);
  return [...new Set(spoke)].slice(0, most);
}
