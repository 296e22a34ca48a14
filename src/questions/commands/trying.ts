import { askThread } from "../ask-thread.ts";
import type { Choice, Standing } from "../choose.ts";
import { compile, type Library } from "../library.ts";
import type { Template } from "../template.ts";
import { exampleThread, strangeSpeaker, WHO_MAY_SPEAK, type Said } from "../templates/example.ts";
import { NO_CUE, switchedOn, whyNot, withStruck } from "../templates/trial.ts";
import type { Desk, Result } from "./desk.ts";
import { columns } from "./listing.ts";
import { unknownId } from "./unknown-id.ts";

/** `templates try <id> "text"`: would this question be asked here, in which words, and if not, what speaks against it? */
export function tryOne(desk: Desk, [id = "", ...words]: readonly string[]): Result {
  const { templates } = desk.loaded;
  const template = templates.find((each) => each.id === id);
  if (!template) return unknownId(desk, id);
  const thread = typedThread(words, `askwhy templates try ${id} "3 weeks for the export"`);
  if (!Array.isArray(thread)) return thread;
  const library = compile(templates);
  const manner = desk.manner();
  const choice = askThread(thread, switchedOn(template, library), { manner });
  const byItself = compile([{ ...template, disabled: false }]);
  const alone = askThread(thread, byItself, { manner });
  return verdictOn(template, choice, alone, withStruck(whyNot(id, alone), thread, byItself, manner));
}

function verdictOn(template: Template, choice: Choice, alone: Choice, reason: string): Result {
  const { id, disabled } = template;
  const here = choice.questions.findIndex((question) => question.id === id);
  const question = choice.questions[here] ?? alone.questions[0];
  const before = choice.questions.map((each) => each.id).filter((each) => each !== id);
  const lines: string[] = [];
  if (here >= 0) lines.push(`Asked, ${["first", "second", "third"][here]}:`);
  else if (question) lines.push(`Worth asking, but these come before it: ${before.join(", ")}`);
  else lines.push(`Not asked: ${reason}`);
  if (question) lines.push(`  ${question.text}`);
  if (question?.because) lines.push(`because of: ${question.because}`);
  if (disabled) lines.push("(It is switched off; this is what it would do.)");
  const json = {
    id,
    asked: here >= 0,
    ...(question ? { text: question.text, because: question.because } : { reason }),
    others: before,
  };
  return { text: lines.join("\n"), json, exit: 0 };
}

/** `templates why "text"`: every question, whether it would be asked here, and why or why not. */
export function why(desk: Desk, words: readonly string[]): Result {
  const thread = typedThread(words, 'askwhy templates why "3 weeks for the export"');
  if (!Array.isArray(thread)) return thread;
  const library = compile(desk.loaded.templates);
  const manner = desk.manner();
  const choice = askThread(thread, library, { manner });
  const lines = choice.questions.map(({ text: question, because }, n) => {
    const reason = because ? `\n   because of: ${because}` : "";
    return `${n + 1}. ${question}${reason}`;
  });
  if (choice.quiet) lines.push(`Nothing is asked: ${withStruck(choice.quiet, thread, library, manner)}`);
  if (choice.trace.length > 0) lines.push("", ...columns(standingRows(choice, library)), "", LEGEND);
  return { text: lines.join("\n"), json: choice, exit: 0 };
}

const LEGEND = `Higher scores come first, compared within this thread alone. At most three are asked: none far behind the first, one of
a family unless each has a cue of its own. Where no words stand, nothing said speaks for the question but that there is something to ask about.`;

/** Every question: those that were weighed, and those that nothing said could bring up. */
function standingRows(choice: Choice, library: Library): string[][] {
  const weighed = new Set(choice.trace.map(({ id }) => id));
  const rest = library.templates.filter(({ id }) => !weighed.has(id));
  return [
    ["question", "", "score", "words for it, or what speaks against it"],
    ...choice.trace.map((standing) => [standing.id, ...standingCells(standing, choice)]),
    ...rest.map(({ id, disabled, when }) => [id, OUT, "", unheard(disabled, when.cues.length)]),
  ];
}

const OUT = "ruled out";

function standingCells({ id, score, because, ruledOut }: Standing, choice: Choice): string[] {
  const asked = choice.questions.some((question) => question.id === id);
  const how = asked ? "asked" : ruledOut === undefined ? "" : OUT;
  return [how, score.toFixed(2), ruledOut ?? because.join(", ")];
}

function unheard(disabled: boolean, cues: number): string {
  if (disabled) return "switched off";
  return cues === 0 ? "it has no cues" : NO_CUE;
}

/** The thread somebody typed, with `\\n` between its lines; or what to type. */
function typedThread(words: readonly string[], example: string): Said[] | Result {
  const text = words.join(" ").replaceAll("\\n", "\n");
  if (text === "") return refuse(`What was said? For example: ${example}`);
  const strange = strangeSpeaker(text);
  if (strange !== undefined) return refuse(`Nobody speaks as '${strange}:'; ${WHO_MAY_SPEAK}.`);
  return exampleThread(text);
}

function refuse(text: string): Result {
  return { text, json: { error: text }, exit: 2 };
}
