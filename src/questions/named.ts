import type { Named } from "../threads/thread.ts";
import { properName } from "./words-of-names.ts";
import type { Token, Tokens } from "./tokens.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const THE = set("the our their a an this that another");
/** Heads of what another company does for us. */
const VENDORS = set(
  `vendor provider supplier carrier insurer manufacturer distributor courier acquirer aggregator reseller
  vendors providers suppliers carriers insurers manufacturers distributors couriers`,
);
/** Heads of what can go down. */
const SYSTEMS = set(
  `service services api apis gateway server servers database db cache queue broker feed cluster endpoint webhook backend proxy
  box platform host cdn crm erp idp stream bus system engine connector registry mainframe warehouse microservice monolith`,
);
/** What cannot stand between the article and the head of a noun phrase: "the work with their provider". */
const NO_MODIFIER = set(
  `and or but of for to in on at with from by via as if is are was were be has have had does do did will would can could
  calls says said needs takes goes gets it we they he she i you not no so then when that which who per into over under
  ${[...VENDORS, ...SYSTEMS].join(" ")}`,
);
const MOST_MODIFIERS = 2;
/** A longer phrase reads clumsily inside a question. */
const LONGEST = 40;

const LINKS = set(
  "is was are were s keeps kept gets got goes went falls fell times still often quite very so pretty always sometimes currently been has a bit",
);
const FAILS = set(
  "flaky down unreliable unstable slow over dies died dead out fails failing failed unavailable unreachable crashes crashing crashed breaks",
);
/** Words right before what the work leans on, the last one first. */
const LEANS: readonly (readonly [string, ReadonlySet<string> | undefined])[] = [
  ["on", set("depends depend depending dependent relies rely relying hangs")],
  ["from", set("comes come pulls pulled reads read fetched fetches straight live directly lives")],
  ["off", set("straight live lives reads")],
  ["to", set("talks out connects")],
  ["for", set("waits wait waiting")],
  ["through", undefined],
  ["calls", undefined],
  ["calling", undefined],
  ["queries", undefined],
  ["hits", undefined],
];

/** A noun phrase or name: its words, and the tokens it stands in. */
type Phrase = { readonly words: string; readonly from: number; readonly to: number };

/**
 * What a message names as the vendor, and as what the work leans on: "the carrier", "the validation service", "Stripe". Only
 * what stands in plain words, since a question that names the wrong thing is worse than one that names none.
 */
export function namedIn(text: string, said: Tokens): Named | undefined {
  const vendors = phrases(text, said, VENDORS);
  const [vendor, ...others] = new Set(vendors.map(({ words }) => words));
  const systems = [...phrases(text, said, SYSTEMS), ...vendors, ...names(said)];
  const [failing] = systems.filter(({ to }) => isFailing(said.words, to));
  const [leant, ...more] = new Set(
    systems.filter(({ from }) => isLeantOn(said.words, from)).map(({ words }) => words),
  );
  const dependency = failing?.words ?? (more.length === 0 ? leant : undefined);
  if (dependency === undefined && (vendor === undefined || others.length > 0)) return undefined;
  return {
    ...(vendor !== undefined && others.length === 0 && { vendor }),
    ...(dependency !== undefined && { dependency }),
  };
}

/** Noun phrases with one of these heads, from their article on: "the sms provider". */
function phrases(text: string, { words }: Tokens, heads: ReadonlySet<string>): Phrase[] {
  return words.flatMap(({ word, sentence, at, end }, to) => {
    // "The carrier's keys": the head is possessed, and is the carrier all the same.
    const head = /['’]s$/i.test(text.slice(at, end)) ? word.slice(0, -1) : word;
    if (!heads.has(head)) return [];
    let from = to - 1;
    const least = to - 1 - MOST_MODIFIERS;
    while (from >= Math.max(0, least) && words[from]?.sentence === sentence && isModifier(words[from]!))
      from--;
    const article = words[from];
    if (article === undefined || article.sentence !== sentence || !THE.has(article.word)) return [];
    const between = text.slice(article.end, at);
    if (/[^\p{L}\p{N} -]/u.test(between)) return [];
    const phrase = `${article.word === "their" ? "their" : "the"} ${(between + text.slice(at, at + head.length)).trim()}`;
    return phrase.length > LONGEST ? [] : [{ words: phrase, from, to }];
  });
}

const isModifier = ({ word }: Token) =>
  /^[a-z0-9]{2,}$/.test(word) && !THE.has(word) && !NO_MODIFIER.has(word);

const names = ({ words }: Tokens): Phrase[] =>
  words.flatMap(({ word }, at) => {
    const name = properName(word);
    return name === undefined ? [] : [{ words: name, from: at, to: at }];
  });

/** "… is flaky", "… keeps going down": said in the same breath. */
function isFailing(words: readonly Token[], to: number): boolean {
  for (let at = to + 1; at <= to + 4; at++) {
    const next = words[at];
    if (next === undefined || next.sentence !== words[to]?.sentence) return false;
    if (FAILS.has(next.word))
      return at > to + 1 || /^(?:dies|died|fails|failed|crashes|crashed|breaks)$/.test(next.word);
    if (!LINKS.has(next.word)) return false;
  }
  return false;
}

function isLeantOn(words: readonly Token[], from: number): boolean {
  const before = words[from - 1];
  if (before?.sentence !== words[from]?.sentence) return false;
  const [, behind] = LEANS.find(([word]) => word === before?.word) ?? [undefined, null];
  if (behind === null) return false;
  return behind === undefined || behind.has(words[from - 2]?.word ?? "");
}

/** True where the word at `at` is written as a name inside its sentence: "with Zuora", not "Sandbox is open" nor "the Sandbox". */
export function isWrittenAsName(text: string, { words }: Tokens, at: number): boolean {
  const token = words[at];
  if (token === undefined) return false;
  const word = text.slice(token.at, token.end);
  if (/^\p{L}\p{Ll}+\p{Lu}/u.test(word)) return true;
  const before = words[at - 1];
  if (!/^\p{Lu}\p{Ll}{2,}$/u.test(word) || before?.sentence !== token.sentence) return false;
  return !THE.has(before.word) && text.slice(before.end, token.at) === " ";
}
