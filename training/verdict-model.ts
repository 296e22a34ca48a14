import { combine } from "../src/questions/replies/combine.ts";
import { chancesOf } from "../src/questions/replies/chances.ts";
import { type Heard, hear, withoutAsides } from "../src/questions/replies/hear.ts";
import { labelOf } from "../src/questions/replies/judge.ts";
import type { Posed } from "../src/questions/replies/question.ts";
import { spoken } from "../src/questions/replies/spoken.ts";
import { cueScale, strengths } from "../src/questions/replies/strengths.ts";
import { roleOf } from "../src/questions/roles.ts";
import { LABELS, type Label } from "../src/threads/thread.ts";
import { type Example, learn, type Manner, scoresOf, type Weights } from "./verdict-learning.ts";
import { posed, type Row } from "./verdict-rows.ts";

/** A pair as it was heard, before anything is known of its clauses. */
export type Pair = {
  readonly world: string;
  readonly question: Posed;
  readonly heard: readonly Heard[];
  readonly label: number;
  readonly counts: number;
};

/** What is learned: weights for a clause alone, and for all that is found. */
export type Model = { readonly clauses: Weights; readonly whole: Weights };

/** How much a pair of our own counts beside a labelled one, or one of a template. */
const OURS_COUNT = 0.4;
/** How much a word counts beside what the question wants, since there are many such pairs. */
const CROSSED = 0.4;
/** How much a clause counts that is one of several, and one whose label was itself judged. */
const OF_SEVERAL = 0.5;
const JUDGED = 0.3;
/** Clauses of this many parts of the pairs are judged by weights that never saw that part. */
const PARTS = 4;

const PHRASE = "phrase: ";
/** Whether a name of the whole is of a phrase, which has its own table. */
export const isPhrase = (name: string) => name.startsWith(PHRASE);
/** A phrase without the mark that it is one. */
export const phraseOf = (name: string) => name.slice(PHRASE.length);

const WHOLE: Manner = { steps: 60, hold: 0.00025, seenAtLeast: 2, scaled: isPhrase };
const CLAUSES: Manner = { steps: 40, hold: 0.0003, seenAtLeast: 3, scaled: () => true };

const [ANSWERED, PARTIAL, NON_ANSWER] = [0, 1, 2];

/** Hears the replies of a labelled pair. */
export function pairOf(row: Row): Pair {
  const question = posed(row);
  const heard = row.replies.map(({ from, text }) => hear(question, { role: roleOf(from), text }));
  const counts = row.world === "ours" && !row.id.startsWith("template") ? OURS_COUNT : 1;
  return { world: row.world, question, heard, label: LABELS.indexOf(row.label), counts };
}

const clausesOf = ({ heard }: Pair) => heard.flatMap((one) => one.clauses);

function clauseExample(cues: readonly string[], label: number, counts: number): Example {
  return { strengths: new Map(cues.map((cue) => [cue, cueScale(cues.length)])), label, counts };
}

const judgeClause = (clauses: Weights, cues: readonly string[]) =>
  chancesOf(scoresOf(clauses, clauseExample(cues, 0, 0).strengths));

/** Clauses whose label is the pair's: those alone, and, counting less, those of several that are not half an answer. */
function plainClauses(pair: Pair): Example[] {
  const all = clausesOf(pair);
  if (all.length > 1 && pair.label === PARTIAL) return [];
  const counts = pair.counts * (all.length > 1 ? OF_SEVERAL / Math.sqrt(all.length) : 1);
  return all.map((cues) => clauseExample(cues, pair.label, counts));
}

/** Of half an answer in several clauses: the clause most like an answer is taken for one, the least like it for a dodge. */
function halves(pair: Pair, known: Weights): Example[] {
  const all = clausesOf(pair);
  if (all.length < 2 || pair.label !== PARTIAL) return [];
  const ranked = all
    .map((cues) => {
      const chances = judgeClause(known, cues);
      return { cues, answers: Math.log((chances[ANSWERED]! + 1e-9) / (chances[NON_ANSWER]! + 1e-9)) };
    })
    .toSorted((a, b) => b.answers - a.answers);
  return [
    clauseExample(ranked[0]!.cues, ANSWERED, pair.counts * JUDGED),
    clauseExample(ranked.at(-1)!.cues, NON_ANSWER, pair.counts * JUDGED),
  ];
}

/** Learns what one clause alone says: first from clauses with a label, then with the halves of partial answers too. */
function learnClauses(pairs: readonly Pair[]): Weights {
  const plain = pairs.flatMap(plainClauses);
  const first = learn(plain, CLAUSES);
  return learn([...plain, ...pairs.flatMap((pair) => halves(pair, first))], CLAUSES);
}

function exampleOf({ question, heard, label, counts }: Pair, clauses: Weights, alone: readonly Label[] = []) {
  const found = combine(
    heard.map((one, index) => ({
      ...one.found,
      ...spoken(one.clauses.map((cues) => judgeClause(clauses, cues))),
      ...(alone[index] && { alone: LABELS.indexOf(alone[index]) }),
    })),
  );
  const all = new Map(strengths(question, found));
  const scale = cueScale(found["cues"] ?? 0);
  for (const cue of heard.flatMap((one) => one.cues)) {
    const strength = cue.includes("×") ? scale * CROSSED : scale;
    all.set(PHRASE + cue, (all.get(PHRASE + cue) ?? 0) + strength);
  }
  return { found, strengths: all, label, counts };
}

/** Learns both tables; what the whole learns of clauses is judged by weights that never saw those pairs. */
export function learnModel(pairs: readonly Pair[]): Model {
  const examples: Example[] = [];
  for (let part = 0; part < PARTS; part++) {
    const clauses = learnClauses(pairs.filter((_, index) => index % PARTS !== part));
    pairs.forEach((pair, index) => {
      if (index % PARTS === part) examples[index] = exampleOf(pair, clauses);
    });
  }
  return { clauses: learnClauses(pairs), whole: learn(examples, WHOLE) };
}

function guessAll({ clauses, whole }: Model, pair: Pair, alone: readonly Label[]): Label {
  const { found, strengths: all } = exampleOf(pair, clauses, alone);
  return labelOf(pair.question, found, chancesOf(scoresOf(whole, all)));
}

/** The verdict on a pair by what was learned: each reply alone first, as it is weighed when it is heard. */
export function guess(model: Model, pair: Pair): Label {
  const labelAlone = (one: Heard) => guessAll(model, { ...pair, heard: [one] }, []);
  const heard = pair.heard.map((one) => withoutAsides(one, labelAlone));
  return guessAll(model, { ...pair, heard }, heard.map(labelAlone));
}

/** Weights as the tables hold them: small ones left out, and those of words beside a want as small as they count. */
export function worthKeeping({ clauses, whole }: Model, phrase: number, clause: number): Model {
  const large = (own: readonly number[], least: number) => own.some((one) => Math.abs(one) >= least);
  return {
    clauses: new Map([...clauses].filter(([, own]) => large(own, clause))),
    whole: new Map([...whole].filter(([name, own]) => !isPhrase(name) || large(own, phrase))),
  };
}

/** How much a phrase's weight is multiplied with where all phrases of a reply count alike. */
export const inTable = (name: string, own: readonly number[]): number[] =>
  isPhrase(name) && name.includes("×") ? own.map((one) => one * CROSSED) : [...own];
