import type { Posed } from "./question.ts";
import { words } from "./text.ts";

/** What a question wants to hear. */
export type Want =
  | "yes-no"
  | "choice"
  | "person"
  | "time"
  | "amount"
  | "reason"
  | "consequence"
  | "which"
  | "how"
  | "list";

const ASKS_YES_NO = new Set(
  "does do did is are was were will would can could should has have had any anything anyone anybody may must".split(
    " ",
  ),
);

/** Words that ask for one of several points: "which point is that: written, reviewed, or tested?" */
const ASKS_POINT = new Set(["which", "where", "what"]);

/** Words that open no question: "so, is it …", "sounds quick! what …". */
const OPENERS = new Set(["and", "or", "so", "?", "!", ",", "sounds", "quick", "it", "if"]);

const WANTED: readonly (readonly [Want, RegExp])[] = [
  ["person", / (?:who|whos|whose|whom|anyone|anybody|someone|nobody|somebody|team|teams|asked for) /],
  ["time", / (?:when|how soon|what date) /],
  ["amount", / (?:how (?:long|much|many|far|big|quickly)|cost|worst|best|range|spread|calendar) /],
  ["reason", / (?:why|what (?:made|makes|tipped|moved|changed)|how come|learn|learned|happened|reason) /],
  ["consequence", / (?:if|happens|happen|risk|skip|goes down|is down) /],
  ["which", / (?:which|what) /],
  ["how", / how /],
];

/** No question is read further than this many words. */
const READ_AT_MOST = 200;

/** A question cut where a new one begins, "what …, and who …", without what leads up to it: "for my plan: …". */
export function partsOf(text: string): string[][] {
  const parts: string[][] = [[]];
  const all = words(text).slice(0, READ_AT_MOST);
  all.forEach((word, at) => {
    const joined = at > 0 && ["and", "&", ",", "?", ":"].includes(all[at - 1] ?? "");
    const opens = ASKS_YES_NO.has(word) || /^(?:what|who|when|how|which|where|why|by|in)$/.test(word);
    if (joined && opens) parts.push([]);
    parts.at(-1)?.push(word);
  });
  return parts.filter((part) => part.length > 1 && part.at(-1) !== ":");
}

const firstOf = (part: readonly string[]) => part.find((word) => !OPENERS.has(word)) ?? "";

/** The verb that opens a part which asks for a yes or a no, or offers a choice in the form of such a question. */
export function verbOf(part: readonly string[]): string | undefined {
  const first = firstOf(part);
  return ASKS_YES_NO.has(first) ? first : undefined;
}

const ANY = new Set(["any", "anyone", "anyones", "anybody", "anybodys", "anything"]);
const HAS_TO = new Set(
  "want wants need needs have has must get gets know learn see look read sign".split(" "),
);
/** How far behind the last of several subjects the verb may stand: "… or our legal team want to …". */
const SUBJECT_AT_MOST = 3;

const OPENS_ANEW = new Set([
  ...ASKS_YES_NO,
  "when",
  "how",
  "what",
  "if",
  "who",
  "where",
  "by",
  "in",
  "on",
  "at",
]);

/** "Would privacy or legal want to see it", "does any team or vendor …": one yes or no for all of them. */
function namesSubjects(part: readonly string[]): boolean {
  const or = part.indexOf("or");
  const after = part.slice(or + 2, or + 2 + SUBJECT_AT_MOST);
  const opensAnew = OPENS_ANEW.has(part[or + 1] ?? "");
  const before = part.slice(1, or);
  return (
    !opensAnew &&
    (before.some((word) => ANY.has(word)) ||
      (after.some((word) => HAS_TO.has(word)) && !before.some((word) => HAS_TO.has(word))))
  );
}

/**
 * What a part of a question offers to choose from, each choice by its words: what stands around "or" in a question for
 * yes or no, and behind the colon of "which point is that: written, reviewed, or tested?"
 */
function choicesIn(part: readonly string[]): string[][] {
  if (!part.includes("or")) return [];
  const first = firstOf(part);
  const colon = part.indexOf(":");
  const listed = ASKS_POINT.has(first) && colon > 0 && part.lastIndexOf("or") > colon;
  if (!listed && (verbOf(part) === undefined || namesSubjects(part))) return [];
  const choices: string[][] = [[]];
  for (const word of listed ? part.slice(colon + 1) : part)
    if (word === "or" || word === ",") choices.push([]);
    else if (word !== "and" && word !== "?") choices.at(-1)?.push(word);
  return choices.filter((choice) => choice.length > 0);
}

/** What a question offers to choose from, each choice by its words; nothing where it offers no choice. */
export const choicesOf = (text: string): string[][] => partsOf(text).flatMap(choicesIn);

function wantsOf(part: readonly string[]): Want[] {
  const text = ` ${part.join(" ")} `;
  const wants = WANTED.filter(([, pattern]) => pattern.test(text)).map(([want]) => want);
  if (choicesIn(part).length > 0) return ["choice", ...wants];
  return verbOf(part) !== undefined ? ["yes-no", ...wants] : wants;
}

const SOME = new Set(
  "any anyone anyones anybody anybodys anything someone somebody else need needs want wants have has must".split(
    " ",
  ),
);
const SAID_BEFORE = new Set(
  "they their theirs them he she him her it its that those who whose when which".split(" "),
);

/**
 * Whether a no settles the rest too: "is anyone in the path, and do they know?" asks for something that may not be, and
 * then about it.
 */
export function isMootByNo(text: string): boolean {
  const [first, ...rest] = partsOf(text).filter((part) => firstOf(part) !== "");
  if (first === undefined || rest.length === 0) return false;
  const asksForSome =
    verbOf(first) !== undefined && choicesIn(first).length === 0 && first.some((word) => SOME.has(word));
  return asksForSome && rest.every((part) => part.some((word) => SAID_BEFORE.has(word)));
}

const NOTHING_WILL_DO =
  /\b(?:nothing|none|nobody|no) (?:is|would be) (?:also |perfectly )?(?:an? )?(?:fine|ok|okay|good|fair)\b|\bif (?:any|anything|anyone|anybody)\b/i;

/** Whether the question itself offers "nothing" for an answer, so that a no gives it: "Nothing is a fine answer". */
export const offersNothing = (text: string): boolean => NOTHING_WILL_DO.test(text);

const CONDITIONS = new Set(["if", "when", "once", "say", "suppose"]);

/** "If we do this now, …", "when this is done, …": what leads up to a question and asks for nothing itself. */
export const isCondition = (part: readonly string[]): boolean =>
  CONDITIONS.has(part[0] ?? "") && part.at(-1) === ",";

/** Reads what a question wants from its words and its form, and of how many parts it is made. */
export function wantsIn(question: Pick<Posed, "text" | "form">): { parts: number; wants: ReadonlySet<Want> } {
  const parts = partsOf(question.text);
  const wants = new Set(parts.flatMap(wantsOf));
  if (question.form === "either-or") wants.add("choice");
  if (question.form === "list") wants.add("list");
  const asked = parts.filter((part) => !isCondition(part)).length;
  const isList = (question.text.match(/,/g) ?? []).length >= 2;
  return { parts: Math.max(1, asked + (isList ? 1 : 0)), wants };
}

/** What a question wants, and whether it wants more than one thing: what findings are looked at beside. */
export function wantsBeside(question: Pick<Posed, "text" | "form">): string[] {
  const { parts, wants } = wantsIn(question);
  return parts > 1 ? [...wants, "two parts"] : [...wants];
}
