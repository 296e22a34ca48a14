import type { Estimate, Reading, StruckReason } from "./reading.ts";

/** Why something that looked like an estimate is none, as one would tell a colleague. */
const REASONS: Readonly<Record<StruckReason, string>> = {
  past: "it tells what already happened",
  cadence: "it tells how often something comes round",
  product: "it is a figure of the product itself, like a trial or a time limit",
  runtime: "it tells how long a machine takes",
  meeting: "it is about a meeting",
  absence: "it is about somebody being away",
  external: "it is a date or a wish from outside, not from those who do the work",
  question: "it asks for an estimate instead of giving one",
  quoted: "it repeats what somebody else wrote",
  hypothetical: "it is only supposed, not meant",
  age: "it tells how old something is",
  "other-number": "it counts something else",
};

const KINDS: Readonly<Record<Estimate["kind"], string>> = {
  duration: "a duration",
  points: "story points",
  size: "a T-shirt size",
  date: "a date",
  vague: "a size without a number",
};

/** What each rule listens for; a rule's name begins with its kind and ends with its shape. */
const SHAPES: Readonly<Record<string, string>> = {
  bound: "with one end open",
  range: "as a range",
  bare: "with the unit left out",
  letter: "as a letter",
  word: "in words",
};

/** Why something that looked like an estimate is none, as a clause. */
export const whyStruck = (reason: StruckReason): string => REASONS[reason];

/** What was found in a message and what was struck out, a plain sentence each, for people. */
export function explain(reading: Reading): string[] {
  return [
    ...reading.estimates.map(
      (one) => `"${one.quote}" is ${KINDS[one.kind]}${shape(one.rule)}${value(one)}${marks(one)}.`,
    ),
    ...reading.struck.map((one) => `"${one.quote}" is no estimate: ${REASONS[one.reason]}.`),
    ...reading.links.map(
      (link) =>
        `${link.label ?? link.url} ${link.spec ? "leads to" : "is not taken for"} something that describes work (${link.provider}).`,
    ),
  ];
}

function shape(rule: string): string {
  const words = SHAPES[rule.slice(rule.indexOf("-") + 1)];
  return words === undefined ? "" : ` ${words}`;
}

function value(one: Estimate): string {
  if (one.kind === "date" || one.kind === "vague") return "";
  if (one.kind === "size") return one.low === one.high ? ` (${one.low})` : ` (${one.low} to ${one.high})`;
  const unit = one.kind === "points" ? "points" : "working days";
  const low = one.low === null ? "" : rounded(one.low);
  if (one.high === null) return `, ${low} ${unit} or more`;
  if (one.low === one.high) return `, ${low} ${unit}`;
  return one.low === 0 || one.low === null
    ? `, at most ${rounded(one.high)} ${unit}`
    : `, ${low} to ${rounded(one.high)} ${unit}`;
}

const rounded = (number: number): string => String(Math.round(number * 1000) / 1000);

const marks = (one: Estimate): string =>
  `${one.hedged ? ", said with doubt" : ""}${one.revises ? ", and corrects an earlier one" : ""}`;
