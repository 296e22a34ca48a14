import type { Line, Thread, Ts } from "../threads/thread.ts";

export type Feature = { readonly value: number; readonly quote?: string };
export type Features = Map<string, Feature>;

type Who = "self" | "other" | "pm";

/** The line a suggestion is about: a doer's last estimate or spec link. */
export function lineToAskAbout(thread: Pick<Thread, "lines" | "notEstimates">): Line | undefined {
  return thread.lines.findLast(
    (line) =>
      line.role === "doer" &&
      !thread.notEstimates.includes(line.ts) &&
      (line.estimates.length > 0 || line.specs.length > 0),
  );
}


function dodges(line: Line): boolean {
  return line.noticed.signs.some(({ sign }) => sign.startsWith("dodge") || sign.startsWith("no-reason"));
}

/** What the thread says as a whole, apart from any one question: situations, who spoke of them, and the estimate. */
export function situation(lines: readonly Line[], about: Line): { shared: Features; cues: Map<string, Features> } {
  const features: Features = new Map();
  const cues = new Map<string, Features>();
  const add = (name: string, quote?: string) => {
    if (!features.has(name)) features.set(name, quote === undefined ? { value: 1 } : { value: 1, quote });
  };
  const addCue = (id: string, name: string, quote: string) => {
    let of = cues.get(id);
    if (!of) cues.set(id, (of = new Map()));
    const known = of.get(name);
    of.set(name, { value: Math.min((known?.value ?? 0) + 1, 3), quote: known?.quote ?? quote });
  };
  lines.forEach((line, n) => {
    const who: Who = line.role === "pm" ? "pm" : line.user === about.user ? "self" : "other";
    const reply = lines.slice(n + 1).find((later) => later.role === "doer" && later.user !== line.user);
    const last = n === lines.length - 1;
    for (const { sign, quote } of line.noticed.signs) {
      const bare = sign.replace(/[?!-]$/, "");
      const manner = sign.slice(bare.length);
      add(`${sign}@${who}`, quote);
      if (manner !== "-") add(`${bare}@any`, quote);
      if (last) add(`${bare}@last`, quote);
      if (line === about) add(`${sign}@about`, quote);
      if (manner === "?" && who !== "self") {
        add(`${bare}?${reply === undefined ? "hanging" : dodges(reply) ? "dodged" : "told"}`, quote);
      }
    }
    for (const { question, quote } of line.noticed.cues) {
      const id = question.replace(/[?!-]$/, "");
      const manner = question.slice(id.length);
      addCue(id, `cue${manner}@${who}`, quote);
      if (manner === "?" && who !== "self") {
        addCue(id, `cue?${reply === undefined ? "hanging" : dodges(reply) ? "dodged" : "told"}`, quote);
      }
      if (last) addCue(id, "cue@last", quote);
    }
    for (const { question, quote } of line.noticed.covered) addCue(question, `covered@${who}`, quote);
    for (const { question, quote } of line.noticed.notAbout) addCue(question, "not-about", quote);
  });
  sizes(lines, about, add);
  return { shared: features, cues };
}

function sizes(lines: readonly Line[], about: Line, add: (name: string, quote?: string) => void): void {
  const spoken = about.estimates;
  for (const estimate of spoken) {
    add(`kind:${estimate.kind}`, estimate.quote);
    if (estimate.hedged) add("hedged", estimate.quote);
    if (estimate.revises) add("revised", estimate.quote);
    if (estimate.low !== estimate.high) add("range", estimate.quote);
    if (estimate.kind === "duration") add(`days:${bucket(estimate.high ?? estimate.low ?? 0)}`, estimate.quote);
    if (estimate.kind === "points") add(`points:${(estimate.high ?? estimate.low ?? 0) >= 8 ? "big" : "small"}`, estimate.quote);
    if (estimate.kind === "size") add(`size:${estimate.high}`, estimate.quote);
  }
  const all = lines.flatMap((line) => (line.role === "doer" ? line.estimates : []));
  if (all.some((estimate) => estimate.revises)) add("revised@any");
  if (all.length > 1) add("several");
  if (spoken.length > 1) add("several@about");
  if (about.specs.length > 0) add("spec", about.specs[0]?.label ?? "the spec");
  if (about.specs.length > 0 && all.length === 0) add("spec-unsized", about.specs[0]?.label ?? "the spec");
  if (lines.some((line) => line.specs.length > 0)) add("spec@any");
  if (all.length === 0) add("no-estimate");
  const last = lines.at(-1);
  if (last) add(`last:${last === about ? "about" : last.role === "pm" ? "pm" : last.user === about.user ? "self" : "other"}`);
  add(`lines:${Math.min(lines.length, 6)}`);
  add("always");
}

function bucket(days: number): string {
  if (days <= 0.5) return "half";
  if (days <= 1) return "1";
  if (days <= 3) return "3";
  if (days <= 5) return "5";
  if (days <= 10) return "10";
  if (days <= 20) return "20";
  if (days <= 45) return "45";
  return "more";
}
