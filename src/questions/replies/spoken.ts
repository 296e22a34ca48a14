import { LABELS } from "../../threads/thread.ts";
import type { Found } from "./findings.ts";
import type { Strengths } from "./strengths.ts";

/** How what is said in several replies is put together, by how a finding's name begins; all others are added up. */
export const MERGED: readonly (readonly [string, (earlier: number, later: number) => number])[] = [
  ["surest ", Math.max],
  ["least ", Math.min],
  ["begins ", (earlier) => earlier],
  ["ends ", (_, later) => later],
];

/**
 * What the clauses of one reply say, each judged alone, from each one's chances: how surely any says a label, how little
 * any does, how the reply begins and ends, and what all say together.
 */
export function spoken(clauses: readonly (readonly number[])[]): Found {
  const found: Found = {};
  if (clauses.length === 0) return found;
  found["spoken"] = clauses.length;
  LABELS.forEach((label, index) => {
    const chances = clauses.map((clause) => clause[index] ?? 0);
    found[`surest ${label}`] = Math.max(...chances);
    found[`least ${label}`] = Math.min(...chances);
    found[`begins ${label}`] = chances[0] ?? 0;
    found[`ends ${label}`] = chances.at(-1) ?? 0;
    found[`says ${label}`] = chances.reduce((a, b) => a + b);
  });
  return found;
}

const SPOKEN = /^(?:surest|least|begins|ends|says) |^spoken$/;

/** Whether a finding is of what clauses say when judged alone. */
export const isSpoken = (name: string) => SPOKEN.test(name);

/** Adds what clauses say to the strengths: each finding, and the pairs that make half an answer. */
export function addSpoken(strong: Strengths, found: Readonly<Found>, parts: string): void {
  const count = found["spoken"] ?? 0;
  if (count === 0) return;
  const of = (way: string, label: (typeof LABELS)[number]) => found[`${way} ${label}`] ?? 0;
  for (const label of LABELS) {
    for (const way of ["surest", "least", "begins", "ends"]) strong.set(`${way} ${label}`, of(way, label));
    strong.set(`says ${label}`, of("says", label) / count);
    if (count === 1) strong.set(`only clause ${label}, ${parts}`, of("says", label));
  }
  if (count === 1) return;
  const fact = 2 * of("surest", "answered");
  const begins = 2 * of("begins", "answered");
  strong.set("answer and dodge", fact * of("surest", "non-answer"));
  strong.set(`answer and dodge, ${parts}`, fact * of("surest", "non-answer"));
  strong.set("answer and half", fact * of("surest", "partial"));
  strong.set("answer, then dodge", begins * of("ends", "non-answer"));
  strong.set("answer, then half", begins * of("ends", "partial"));
}
