import { LABELS, type Label } from "../../threads/thread.ts";
import { answered } from "../answered.ts";
import { whyStruck } from "../../reading/explain.ts";
import type { Manner } from "../../reading/reading.ts";
import { askThread, linesOf } from "../ask-thread.ts";
import type { Choice } from "../choose.ts";
import { compile, type Library } from "../library.ts";
import { NOTHING_READ } from "../quiet.ts";
import type { Template } from "../template.ts";
import { exampleReplies, exampleThread, type Said } from "./example.ts";

/** One example of a template that did not turn out as it says, or something that every template needs and this one lacks. */
export type Failure = {
  readonly id: string;
  /** Where the example stands in the template: `examples.quiet`, `replies.answered`. */
  readonly under: string;
  readonly example?: string;
  readonly message: string;
};

/** What every template must bring along to be tried. */
export const NEEDED: readonly (readonly [
  under: string,
  list: (template: Template) => readonly string[] | undefined,
])[] = [
  ["examples.ask", ({ examples }) => examples.ask],
  ["examples.quiet", ({ examples }) => examples.quiet],
  ["replies.answered", ({ replies }) => replies.answered],
  ["replies.non-answer", ({ replies }) => replies["non-answer"]],
];

/** How many examples a template has, by what they show. */
export function counts(template: Template): { ask: number; quiet: number; replies: number } {
  const replies = LABELS.reduce((sum, label) => sum + (template.replies[label]?.length ?? 0), 0);
  return { ask: template.examples.ask.length, quiet: template.examples.quiet.length, replies };
}

/** Runs every example and every reply of one template, among all templates; one that is switched off is tried as if it were on. */
export function tryExamples(template: Template, library: Library, manner: Manner = {}): Failure[] {
  const among = switchedOn(template, library);
  const alone = compile([{ ...template, disabled: false }]);
  const { id } = template;
  return [
    ...NEEDED.filter(([, list]) => !list(template)?.length).map(([under]) => ({
      id,
      under,
      message: `at least one is needed under '${under}'`,
    })),
    ...template.examples.ask.flatMap((example) => notAsked(id, example, among, alone, manner)),
    ...template.examples.quiet.flatMap((example) => asked(id, example, among, manner)),
    ...LABELS.flatMap((label) =>
      (template.replies[label] ?? []).flatMap((example) => judgedElse(template, label, example)),
    ),
  ];
}

/** The library with this template on. */
export function switchedOn(template: Template, library: Library): Library {
  if (!template.disabled) return library;
  const on = { ...template, disabled: false };
  return compile(library.templates.map((other) => (other.id === template.id ? on : other)));
}

/** Another question may be better there; but nothing may speak against this one. */
function notAsked(id: string, example: string, among: Library, alone: Library, manner: Manner): Failure[] {
  const thread = exampleThread(example);
  const byItself = askThread(thread, alone, { manner });
  const choices = [askThread(thread, among, { manner }), byItself];
  if (choices.some(({ questions }) => questions.some((question) => question.id === id))) return [];
  const why = withStruck(whyNot(id, byItself), thread, alone, manner);
  return [{ id, under: "examples.ask", example, message: `not asked: ${why}` }];
}

/** A reason for silence, and where nothing was read, why the numbers that stand there are no estimates. */
export function withStruck(
  reason: string,
  thread: readonly Said[],
  library: Library,
  manner?: Manner,
): string {
  if (reason !== NOTHING_READ) return reason;
  const struck = linesOf(thread, library, manner).flatMap(({ reading }) => reading.struck);
  const told = struck.map(({ quote, reason: why }) => `"${quote}" is none, since ${whyStruck(why)}`);
  return [reason, ...new Set(told)].join("; ");
}

/** What speaks against a question of a team's own that no word of the thread brings up. */
export const NO_CUE = "none of its cues is heard";

/** What spoke against a question where it was the only one to choose from. */
export function whyNot(id: string, { about, quiet = "", trace }: Choice): string {
  if (about === undefined) return quiet;
  const standing = trace.find((each) => each.id === id);
  return standing ? (standing.ruledOut ?? quiet) : NO_CUE;
}

function asked(id: string, example: string, among: Library, manner: Manner): Failure[] {
  const question = askThread(exampleThread(example), among, { manner }).questions.find(
    (each) => each.id === id,
  );
  if (!question) return [];
  const because = question.because ? `, because of: ${question.because}` : "";
  return [{ id, under: "examples.quiet", example, message: `asked all the same${because}` }];
}

function judgedElse(template: Template, label: Label, example: string): Failure[] {
  const { id, ask, form } = template;
  const question = ask.replaceAll(/\{[^{}]*\}/g, "that");
  const judged = answered({ question_id: id, question, replies: exampleReplies(example) }, () => form);
  if (judged.label === label) return [];
  const because = judged.because ? `, because of: ${judged.because}` : "";
  return [{ id, under: `replies.${label}`, example, message: `taken for: ${judged.label}${because}` }];
}
