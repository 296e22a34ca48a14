import type { Found } from "./findings.ts";
import type { Posed } from "./question.ts";
import { slotsOf } from "./slots.ts";
import { addSpoken, isSpoken } from "./spoken.ts";
import { wantsBeside, wantsIn } from "./wants.ts";

/** Strengths by name: what the learned weights are multiplied with. */
export type Strengths = Map<string, number>;

/** Findings whose size grows with the length of what was said: counted by their logarithm. */
const LENGTHS: ReadonlySet<string> = new Set(["words", "content words", "echoed words"]);

/** Findings of order, which are many and rare: they count half. */
const ORDER = /^(?:opens|first|last): | then /;

/** Findings that rules look at, and no weight. */
const NOT_STRENGTHS: ReadonlySet<string> = new Set([
  "cues",
  "alone",
  "bare yes",
  "bare no",
  "bare nobody",
  "bare choice",
  "bare in or out",
  "bare repeat",
  "bare the same twice",
  "bare doubt",
  "settled last",
  "confirmed",
  "pm restates",
]);

/** How much a finding counts beside each thing the question wants. */
const BESIDE = 0.1;

const SOME_FACT = ["clause: hard", "clause: plain", "clause: yes or no"];
const SOME_GAP = ["clause: gap", "clause: open point", "clause: hanging"];
const SOMETHING_HARD = ["in or out", "amount", "date", "reason", "condition", "yes", "no", "nothing"];

const sumOf = (found: Readonly<Found>, names: readonly string[]) =>
  names.reduce((sum, name) => sum + (found[name] ?? 0), 0);

/** How strong one finding is: twice is more than once, and more than twice is no more. */
const strengthOf = (name: string, value: number) =>
  LENGTHS.has(name) ? Math.log1p(value) / 2 : value > 1 ? Math.min(2, value) / 1.3 : value;

/** Each finding, alone and beside what the question wants; and what findings say together. */
export function strengths(question: Posed, found: Readonly<Found>): Strengths {
  const { parts, wants } = wantsIn(question);
  const strong: Strengths = new Map([
    ["bias", 1],
    [`parts: ${Math.min(3, parts)}`, 1],
  ]);
  const beside = wantsBeside(question);
  for (const want of wants) strong.set(`wants: ${want}`, 1);
  for (const [name, value] of Object.entries(found)) {
    if (name.startsWith("phrases: ") || NOT_STRENGTHS.has(name) || isSpoken(name)) continue;
    const strength = strengthOf(name, value);
    const inOrder = ORDER.test(name);
    strong.set(name, inOrder || name.startsWith("fills: ") ? strength / 2 : strength);
    if (!inOrder) for (const other of beside) strong.set(`${name} × ${other}`, strength * BESIDE);
  }
  addShape(strong, found, beside);
  addSlots(strong, found, slotsOf(question.text));
  addSpoken(strong, found, parts > 1 ? "two parts" : "one part");
  return strong;
}

function lengthName(words: number): string {
  if (words <= 2) return "length: 2";
  if (words <= 5) return "length: 5";
  if (words <= 10) return "length: 10";
  return words <= 20 ? "length: 20" : "length: more";
}

/** Whether there is a fact, a gap, or a fact beside a gap: the shape of "partial". */
function addShape(strong: Strengths, found: Readonly<Found>, beside: readonly string[]): void {
  const facts = sumOf(found, SOME_FACT);
  const gaps = sumOf(found, SOME_GAP);
  const twoParts = beside.includes("two parts");
  strong.set(lengthName(found["words"] ?? 0), 1);
  strong.set("echo", (found["echoed words"] ?? 0) / (1 + (found["content words"] ?? 0)));
  const shape = gaps ? (facts ? "fact and gap" : "gap alone") : facts === 1 ? "one fact" : "facts";
  if (gaps || facts) {
    strong.set(shape, 1);
    if (twoParts) strong.set(`${shape} × two parts`, 1);
  }
  if (facts && found["leaves a point"]) strong.set("a fact, then a point left", 1);
  const technical = found["technical"] ?? 0;
  if (technical >= 1) {
    strong.set("technical share", (technical * 8) / (found["words"] ?? 1));
    if (sumOf(found, SOMETHING_HARD) === 0) strong.set("technical and nothing hard", 1);
  }
}

/** Which parts of the question are spoken to: a part left out makes a partial answer. */
function addSlots(strong: Strengths, found: Readonly<Found>, slots: readonly string[]): void {
  const missing = slots.filter((slot) => slot !== "open" && !found[`fills: ${slot}`]);
  if (slots.length < 2) {
    if (missing[0]) strong.set(`missing: ${missing[0]}`, 0.5);
    return;
  }
  const gap = sumOf(found, SOME_GAP) > 0;
  strong.set("two slots", 1);
  for (const slot of missing) strong.set(`missing beside another: ${slot}`, 0.5);
  if (missing.length === 0) strong.set(gap ? "all slots filled but a gap" : "all slots filled", 1);
  else {
    strong.set("a slot missing", 1);
    if (sumOf(found, SOME_FACT) > 0 && !gap) strong.set("fact, and a slot missing", 1);
  }
}

/** How much each cue of a reply, or of a clause, counts: the more there are, the less. */
export const cueScale = (count: number) => 6 / Math.sqrt(count + 5);
