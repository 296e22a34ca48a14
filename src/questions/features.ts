import type { Estimate } from "../reading/reading.ts";
import type { Line, Thread } from "../threads/thread.ts";
import { BEARINGS } from "./frames.ts";
import { LEANINGS } from "./leanings.ts";
import { mayHear, type Silenced } from "./silenced.ts";
import type { Sign } from "./situations.ts";

/** One thing seen in a thread: how strongly, and the words that showed it. */
export type Feature = { readonly value: number; readonly quote?: string };
export type Features = Map<string, Feature>;

/** What was seen in a thread: of the thread as a whole, and of each question whose words or situations occur. */
export type Seen = { readonly thread: Features; readonly questions: ReadonlyMap<string, Features> };

/** Who speaks, as seen from the line asked about: its author, somebody else, or the PM who asks. */
type Who = "self" | "other" | "pm";

const MOST = 3;
const MANNER = /[?!-]$/;

/** The line a suggestion is about: a doer's last estimate or spec link, else one of somebody who looks on. */
export function lineToAskAbout(thread: Pick<Thread, "lines" | "notEstimates">): Line | undefined {
  const lines = thread.lines.filter(
    ({ ts, estimates, specs }) =>
      !thread.notEstimates.includes(ts) && (estimates.length > 0 || specs.length > 0),
  );
  return (
    lines.findLast(({ role }) => role === "doer") ??
    lines.findLast(({ role, specs }) => role === "bystander" && specs.length > 0)
  );
}

/**
 * Where somebody asks about a thread in which no estimate and no spec was read: the last line of a doer, if the talk is of
 * sizes at all: a number was asked for, changed, or struck out in talk with a PM. `undefined` where it is not.
 */
export function lineAnsweringHowLong(lines: readonly Line[]): Line | undefined {
  const planned = lines.some(({ role }) => role === "pm");
  const ofSizes = lines.some(
    ({ reading, noticed }) =>
      reading.asksForEstimate ||
      (planned && reading.struck.length > 0) ||
      noticed.signs.some(({ sign }) => /^(size-asked|moved)/.test(sign)),
  );
  return ofSizes ? lines.findLast(({ role }) => role === "doer") : undefined;
}

const NOBODY: Silenced = new Map();

/** Everything the weights know how to weigh in a thread, seen from one line of it. */
export function see(lines: readonly Line[], about: Line, silenced: Silenced = NOBODY): Seen {
  const thread: Features = new Map();
  const questions = new Map<string, Features>();
  const of = (id: string) => questions.get(id) ?? setAnd(questions, id, new Map());
  lines.forEach((line, n) => {
    const who: Who = line.role === "pm" ? "pm" : line.user === about.user ? "self" : "other";
    const scene = { who, about: line === about, last: n === lines.length - 1, reply: replyTo(lines, n) };
    for (const { sign, quote } of line.noticed.signs) {
      for (const name of namesOf(sign, scene)) put(thread, name, 1, quote, 1);
    }
    for (const { question, quote } of line.noticed.cues) {
      const id = question.replace(MANNER, "");
      for (const name of namesOf(`cue${question.slice(id.length)}`, scene)) put(of(id), name, 1, quote);
    }
    for (const { question, quote } of line.noticed.covered) put(of(question), `covered@${who}`, 1, quote);
    for (const { question, quote } of line.noticed.notAbout) put(of(question), "not-about", 1, quote);
  });
  lean(thread, (id, quote) => (mayHear(silenced, id, quote) ? of(id) : undefined));
  size(lines, about, thread);
  return { thread, questions };
}

type Scene = {
  readonly who: Who;
  readonly about: boolean;
  readonly last: boolean;
  readonly reply: "told" | "firm" | "dodged" | "hanging";
};

/** The names under which one hit counts: by who said it and how, whether last, and what became of a question. */
function namesOf(hit: string, { who, about, last, reply }: Scene): string[] {
  const bare = hit.replace(MANNER, "");
  const manner = hit.slice(bare.length);
  const names = [`${hit}@${who}`];
  if (manner !== "-") names.push(`${bare}@any`);
  if (last) names.push(`${bare}@last`);
  if (about) names.push(`${hit}@about`);
  if (manner === "?" && who !== "self") names.push(`${bare}?${reply}`);
  return names;
}

/** What became of what was asked in a line: nothing yet, words that are no answer, a yes or no, or something else. */
function replyTo(lines: readonly Line[], n: number): Scene["reply"] {
  const asker = lines[n]?.user;
  const reply = lines.slice(n + 1).find((later) => later.role === "doer" && later.user !== asker);
  if (reply === undefined) return "hanging";
  const { signs } = reply.noticed;
  if (signs.some(({ sign }) => /^(dodge|no-reason)/.test(sign))) return "dodged";
  return signs.some(({ sign }) => sign.startsWith("affirm")) ? "firm" : "told";
}

/** Situations speak to the shipped questions by the table of leanings. */
function lean(thread: Features, of: (id: string, quote?: string) => Features | undefined): void {
  for (const [name, { quote }] of thread) {
    const [, sign, rest] =
      /^([a-z0-9/-]*[a-z0-9])([?!-]?@.*|\?(?:told|firm|dodged|hanging))$/.exec(name) ?? [];
    if (sign === undefined) continue;
    for (const { id, as, strength } of BY_SIGN.get(sign) ?? [])
      put(of(id, quote), as + rest, strength / MOST, quote, Infinity);
    const bearing = BEARINGS.get(sign);
    if (bearing !== undefined) put(of(bearing.id, quote), bearing.as + rest, 1, quote);
  }
}

const BY_SIGN = new Map<string, { id: string; as: "for" | "settled"; strength: number }[]>();
for (const [id, leaning] of Object.entries(LEANINGS)) {
  for (const as of ["for", "settled"] as const) {
    for (const [sign, strength] of Object.entries(leaning[as])) {
      const known = BY_SIGN.get(sign) ?? setAnd(BY_SIGN, sign as Sign, []);
      known.push({ id, as, strength });
    }
  }
}

/** The estimate: its kind and size, whether it moved, and whether a spec stands without one. */
function size(lines: readonly Line[], about: Line, thread: Features): void {
  const note = (name: string, quote?: string) => put(thread, name, 1, quote, 1);
  for (const estimate of about.estimates) {
    note(`kind:${estimate.kind}`, estimate.quote);
    note(`size:${measure(estimate)}`, estimate.quote);
    if (estimate.hedged) note("hedged", estimate.quote);
    if (isRange(estimate)) note("range", estimate.quote);
  }
  if (hasMoved(lines)) note("moved");
  const estimates = lines.flatMap((line) => (line.role === "doer" ? line.estimates : []));
  const label = about.specs[0]?.label ?? lines.find((line) => line.specs.length > 0)?.specs[0]?.label;
  if (about.estimates.length > 1) note("several");
  if (lines.some((line) => line.specs.length > 0))
    note(estimates.length > 0 ? "spec:sized" : "spec:unsized", label);
  if (estimates.length === 0) note("unsized");
  if (lines.every((line) => line.estimates.length + line.specs.length === 0)) note("unread");
  if (lines.some(({ reading }) => reading.asksForEstimate)) note("size asked for");
  for (const { reason } of lines.flatMap(({ reading }) => reading.struck)) note(`struck:${reason}`);
  const last = lines.at(-1);
  note(
    `ends:${last === about ? "about" : last?.role === "pm" ? "pm" : last?.user === about.user ? "self" : "other"}`,
  );
  note(`lines:${Math.min(lines.length, 6)}`);
  note("always");
}

/** True where somebody who does the work changed a number: outright, or by words of change beside one. */
export function hasMoved(lines: readonly Line[]): boolean {
  return lines.some(
    (line) =>
      line.role !== "pm" &&
      (line.was !== undefined ||
        line.estimates.some((estimate) => estimate.revises) ||
        (line.estimates.length > 0 && line.noticed.signs.some(({ sign }) => /^moved[!-]?$/.test(sign)))),
  );
}

export function isRange(estimate: Estimate): boolean {
  return estimate.low !== null && estimate.high !== null && estimate.low !== estimate.high;
}

const DAYS = [0.5, 1, 3, 5, 10, 20, 45];
const POINTS = [1, 3, 5, 8, 13];

function measure(estimate: Estimate): string {
  if (estimate.kind === "size") return estimate.high;
  if (estimate.kind === "date" || estimate.kind === "vague") return estimate.kind;
  const steps = estimate.kind === "duration" ? DAYS : POINTS;
  const amount = estimate.high ?? estimate.low ?? 0;
  return `${steps.find((step) => amount <= step) ?? "more"} ${estimate.kind === "duration" ? "days" : "points"}`;
}

function put(
  features: Features | undefined,
  name: string,
  value: number,
  quote: string | undefined,
  most = MOST,
): void {
  const known = features?.get(name);
  const kept = known?.quote ?? quote;
  const sum = Math.min((known?.value ?? 0) + value, most);
  features?.set(name, kept === undefined ? { value: sum } : { value: sum, quote: kept });
}

function setAnd<K, V>(map: Map<K, V>, key: K, value: V): V {
  map.set(key, value);
  return value;
}
