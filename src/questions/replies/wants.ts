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

/** A question cut where a new one begins: "what …, and who …". */
function partsOf(text: string): string[][] {
  const parts: string[][] = [[]];
  const all = words(text).slice(0, READ_AT_MOST);
  all.forEach((word, at) => {
    const joined = at > 0 && ["and", "&", ",", "?"].includes(all[at - 1] ?? "");
    const opens = ASKS_YES_NO.has(word) || /^(?:what|who|when|how|which|where|why|by|in)$/.test(word);
    if (joined && opens) parts.push([]);
    parts.at(-1)?.push(word);
  });
  return parts.filter((part) => part.length > 1);
}

function wantsOf(part: readonly string[]): Want[] {
  const first = part.find((word) => !OPENERS.has(word)) ?? "";
  const text = ` ${part.join(" ")} `;
  const wants = WANTED.filter(([, pattern]) => pattern.test(text)).map(([want]) => want);
  if (!ASKS_YES_NO.has(first)) return wants;
  return [text.includes(" or ") ? "choice" : "yes-no", ...wants];
}

/** Reads what a question wants from its words and its form, and of how many parts it is made. */
export function wantsIn(question: Pick<Posed, "text" | "form">): { parts: number; wants: ReadonlySet<Want> } {
  const parts = partsOf(question.text);
  const wants = new Set(parts.flatMap(wantsOf));
  if (question.form === "either-or") wants.add("choice");
  if (question.form === "list") wants.add("list");
  const isList = (question.text.match(/,/g) ?? []).length >= 2;
  return { parts: Math.max(1, parts.length + (isList ? 1 : 0)), wants };
}

/** What a question wants, and whether it wants more than one thing: what findings are looked at beside. */
export function wantsBeside(question: Pick<Posed, "text" | "form">): string[] {
  const { parts, wants } = wantsIn(question);
  return parts > 1 ? [...wants, "two parts"] : [...wants];
}
