import type { Features, Seen } from "./features.ts";

/** Many settled things count no more than this many. */
const MOST_SETTLED = 8;

/**
 * What speaks for leaving people alone that no single word shows: small and firm, much settled, nobody in doubt,
 * an outage with minutes on it, a joke that ends the talk. The weights say how much each counts.
 */
export function calm({ thread, questions }: Seen): Features {
  const has = (name: string) => thread.has(name);
  const any = (start: string, end = "") =>
    [...thread.keys()].some((name) => name.startsWith(start) && name.endsWith(end));
  const settledQuestions = [...questions.values()].filter(
    (of) => of.has("covered@self") || of.has("covered@other"),
  ).length;
  const settledSituations = [...thread.keys()].filter((name) => name.includes("!@")).length;
  const tiny = has("size:0.5 days");
  const small = tiny || has("size:1 days");
  const smallish = small || ["size:3 days", "size:3 points", "size:S", "size:XS"].some(has);
  const open = any("", "?dodged") || any("", "?hanging");
  const firm = !open && !has("hedged") && !has("doubt@other") && !has("doubt!@other");
  const found: Record<string, boolean> = {
    "incident, minutes": any("incident") && tiny,
    "joke at the end": has("joke@last"),
    "joke in the estimate": has("joke@about"),
    "tiny and firm": tiny && firm,
    "small and firm": small && firm,
    "smallish, firm, covered": smallish && firm && settledQuestions >= 2,
    "smallish, firm, well covered": smallish && firm && settledQuestions >= 4,
    "firm, all covered": firm && settledQuestions >= 5,
    "small, firm, settled": small && firm && settledSituations >= 4,
    "firm and closed": firm && has("closing@last"),
    "small, firm and closed": small && firm && has("closing@last"),
    "over and closed": has("finished@self") && has("closing@last"),
    "something is open": open,
  };
  const features: Features = new Map();
  for (const [name, is] of Object.entries(found)) if (is) features.set(name, { value: 1 });
  features.set("settled questions", { value: Math.min(settledQuestions, MOST_SETTLED) / MOST_SETTLED });
  return features;
}
