import * as z from "zod";

/** What counts as an answer: a bare "yep" answers a yes-no question and none of the others. */
export const FORMS = ["yes-no", "either-or", "open", "list"] as const;

/** What a question may be asked about. `revised`: an estimate that corrects an earlier one; `spec`: a spec link. */
export const ABOUT = ["duration", "points", "size", "date", "vague", "revised", "spec"] as const;

const words = z.array(z.string().min(1)).default([]);
const bound = z
  .string()
  .regex(/^\d+(\.\d+)? (hours?|days?|weeks?|months?|quarters?)$/, "write it as '2 days' or '3 weeks'");

/** One question template: everything about one question. */
export const templateSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, "lower-case words joined by '-'"),
  /** Not asked by itself while true. */
  off: z.boolean().default(false),
  ask: z.string().min(1),
  /** A kinder second try after a non-answer. */
  again: z.string().min(1),
  form: z.enum(FORMS),
  /** A suggestion holds at most one of a family unless each has a cue of its own. */
  family: z.string().min(1),
  why: z.string().min(1),
  good: z.string().min(1),
  weak: z.string().min(1),
  when: z.strictObject({
    about: z.array(z.enum(ABOUT)).min(1),
    at_least: bound.optional(),
    at_most: bound.optional(),
    cues: words,
  }),
  unless: z.strictObject({ covered: words, not_about: words }),
  examples: z.strictObject({ ask: words, quiet: words }),
  replies: z
    .strictObject({ answered: words, partial: words, "non-answer": words, unrelated: words })
    .partial(),
});

export type Template = z.infer<typeof templateSchema>;
