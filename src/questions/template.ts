import * as z from "zod";

/** What counts as an answer: a bare "yep" answers a yes-no question and none of the others. */
export const FORMS = ["yes-no", "either-or", "open", "list"] as const;

/** What a question may be asked about. `revised`: an estimate that corrects an earlier one; `spec`: a spec link. */
export const ABOUT = ["duration", "points", "size", "date", "vague", "revised", "spec"] as const;

/** What `ask` and `again` may leave open, to be filled with the words of the thread. */
export const PLACEHOLDERS = ["estimate", "previous", "vendor", "dependency"] as const;

const words = z.array(z.string().min(1)).default([]);
const bound = z
  .string()
  .regex(/^\d+(\.\d+)? (hours?|days?|weeks?|months?|quarters?)$/, "write it as '2 days' or '3 weeks'");

/** One question template: everything about one question. The descriptions are shown by editors. */
export const templateSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/, "lower-case words joined by '-', like integration-testing")
    .describe(
      "The name of the question: lower-case words joined by '-'. The same id in a later folder replaces it.",
    ),
  disabled: z.boolean().default(false).describe("true: never asked by itself."),
  owner: z
    .string()
    .min(1)
    .optional()
    .describe("Who looks after this question: a Slack user id, or a name. Named when the file is wrong."),
  ask: z
    .string()
    .min(1)
    .describe(
      "The question as the PM would post it: about the work, one question mark, at most 30 words. {estimate}, {previous}, {vendor} and {dependency} are filled in.",
    ),
  unsized: z
    .string()
    .min(1)
    .optional()
    .describe(
      "The question for where {estimate} or {previous} cannot be named: a spec without a size, a list of numbers, words like 'quick one'. Needed if 'ask' has them and 'about' has spec.",
    ),
  again: z.string().min(1).describe("A kinder second try, offered after a non-answer."),
  form: z
    .enum(FORMS)
    .describe(
      "What counts as an answer. yes-no: a bare 'yep' does. either-or: one of the choices must be named. open: a fact, name or number. list: one item suffices.",
    ),
  family: z
    .string()
    .min(1)
    .describe("A suggestion holds at most one question of a family, unless each has a cue of its own."),
  why: z.string().min(1).describe("What the PM reads behind 'Why ask?': one plain sentence or two."),
  good: z.string().min(1).describe("What a good answer sounds like."),
  weak: z.string().min(1).describe("What an answer that does not help sounds like."),
  when: z
    .strictObject({
      about: z.array(z.enum(ABOUT)).min(1).describe("The kinds of estimate, or spec, it may be asked about."),
      at_least: bound.optional().describe("Only for estimates at least this long: '2 days'."),
      at_most: bound.optional().describe("Only for estimates at most this long: '3 weeks'."),
      cues: words.describe(
        "Words that make the question worth asking. Each is the beginning of a word: migrat hears migration.",
      ),
    })
    .describe("When it is worth asking."),
  unless: z
    .strictObject({
      covered: words.describe("Words that say it is settled already: in, out, or how."),
      not_about: words.describe("Words that show another kind of work, where the question makes no sense."),
    })
    .default({ covered: [], not_about: [] })
    .describe("When to stay quiet."),
  examples: z
    .strictObject({
      ask: words.describe("Messages after which it is worth asking."),
      quiet: words.describe("Near misses: messages after which it must not be asked."),
    })
    .describe("What `askwhy templates test` runs."),
  replies: z
    .strictObject({ answered: words, partial: words, "non-answer": words, unrelated: words })
    .partial()
    .describe("Replies an engineer might give, by what they amount to."),
});

export type Template = z.infer<typeof templateSchema> & {
  /** The cues that a file took away from the question below it, or all of them: not written, but found where files are laid over each other. */
  readonly cuesGone?: "all" | readonly string[];
};
