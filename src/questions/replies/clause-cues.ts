import { clauseKind } from "./clauses.ts";
import { shapeOf } from "./kinds.ts";
import type { Posed } from "./question.ts";
import { wantsBeside } from "./wants.ts";
import { words } from "./text.ts";
import { runs } from "./cues.ts";

/** A clause longer than this is as long as any. */
const LONG = 8;

/** What the question brings to every clause of a reply: its words, and what it wants. */
export type Asked = { readonly words: ReadonlySet<string>; readonly wants: readonly string[] };

export const askedBy = (question: Posed): Asked => ({
  words: new Set(words(question.text).filter((word) => word.length > 3)),
  wants: wantsBeside(question),
});

/**
 * One clause as the learned table knows it: its words, short runs of them and of their kinds, its words beside what the
 * question wants, and, in brackets, its kind, its length, and whether it has words of the question.
 */
export function clauseCues({ words: asked, wants }: Asked, clause: readonly string[]): string[] {
  const ended = ["^", ...clause, "$"];
  const shapes = ["^", ...clause.map(shapeOf), "$"];
  return [
    ...new Set([
      ...clause,
      ...runs(ended, 2, " "),
      ...runs(ended, 3, " "),
      ...runs(shapes, 2, "~"),
      ...runs(shapes, 3, "~"),
      ...wants.flatMap((want) => clause.map((word) => `${want}×${word}`)),
      ...wants.map((want) => `[wants ${want}]`),
      `[${clauseKind(clause)}]`,
      `[length ${Math.min(LONG, clause.length)}]`,
      ...(clause.some((word) => asked.has(word)) ? ["[echo]"] : []),
    ]),
  ];
}
