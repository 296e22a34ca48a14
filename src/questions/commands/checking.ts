import { showProblem, type Problem } from "../problem.ts";
import { compile } from "../library.ts";
import { familyProblems, toneProblems } from "../templates/check.ts";
import { bothWays, senseProblems } from "../templates/sense.ts";
import { silentE } from "../templates/silent-e.ts";
import { counts, tryExamples } from "../templates/trial.ts";
import { layingProblems } from "../templates/laying.ts";
import { wordListProblems } from "../templates/word-lists.ts";
import { placeOf, type Desk, type Result } from "./desk.ts";
import { unknownId } from "./unknown-id.ts";

/** `templates check`: everything wrong with the files, and the tone of the questions. Notes alone do not fail. */
export function check(desk: Desk): Result {
  const { templates, problems, notes } = desk.loaded;
  const found = [
    ...problems,
    ...notes,
    ...desk.unread,
    ...desk.files.flatMap(toneProblems),
    ...senseProblems(desk.files, templates),
    ...bothWays(desk.own, templates),
    ...silentE(desk.own, templates),
    ...familyProblems(desk.own, templates),
    ...wordListProblems(desk.own, templates),
    ...layingProblems(desk.own, desk.shipped),
  ].sort((one, other) => one.file.localeCompare(other.file) || one.line - other.line);
  const wrong = found.filter(({ mild }) => !mild).length;
  const sum = `${amount(templates.length, "question")} checked: ${amount(wrong, "problem")}, ${amount(found.length - wrong, "note")}`;
  const text = [...found.map(showProblem), sum].join("\n\n");
  return { text, json: { questions: templates.length, problems: found }, exit: wrong > 0 ? 1 : 0 };
}

/** `templates test [id…]`: runs the examples and replies of all questions, or of those named. A file that cannot be read fails, too. */
export function test(desk: Desk, ids: readonly string[]): Result {
  const { templates, problems } = desk.loaded;
  const unknown = ids.find((id) => !templates.some((template) => template.id === id));
  if (unknown !== undefined) return unknownId(desk, unknown);
  const chosen = templates.filter(({ id }) => ids.length === 0 || ids.includes(id));
  const library = compile(templates);
  const manner = desk.manner();
  const results = chosen.map((template) => ({
    id: template.id,
    ...counts(template),
    failures: tryExamples(template, library, manner).map(({ id, under, example, message }): Problem => {
      const said = example === undefined ? "" : `"${firstLine(example)}" `;
      return withChanger(placeOf(desk, id, under, example)(`${under}: ${said}${message}`), under, desk, id);
    }),
  }));
  const unread = ids.length === 0 ? problems : [];
  const failed = results.filter(({ failures }) => failures.length > 0).length;
  const exit = failed > 0 || unread.length > 0 ? 1 : 0;
  const text = [
    ...results.flatMap(resultLines),
    ...unread.map(showProblem),
    `${amount(chosen.length, "question")} tried: ${failed === 0 ? "all as they say" : `${failed} not as they say`}${unread.length > 0 ? `, ${amount(unread.length, "problem")} with files` : ""}`,
  ].join("\n");
  return { text, json: { results, unread }, exit };
}

/** A reply of the question below may fit no longer once a file above it asks in other words or another form. */
function withChanger(problem: Problem, under: string, { loaded }: Desk, id: string): Problem {
  const changer = loaded.origins.get(id)?.at(-1);
  if (!under.startsWith("replies") || changer === undefined || changer === problem.file) return problem;
  return {
    ...problem,
    message: `${problem.message}; ${changer} changed the question: write 'replies' that fit it there`,
  };
}

function resultLines(
  result: ReturnType<typeof counts> & { id: string; failures: readonly Problem[] },
): string[] {
  const { id, ask, quiet, replies, failures } = result;
  const verdict = failures.length === 0 ? "ok  " : "FAIL";
  return [`${verdict}  ${id}: ${ask} to ask, ${quiet} quiet, ${replies} replies`, ...failures.map(indented)];
}

function indented(problem: Problem): string {
  return `      ${problem.file}:${problem.line}:${problem.col} ${problem.message}`;
}

function firstLine(text: string): string {
  const [first = "", ...rest] = text.trim().split("\n");
  return rest.length > 0 ? `${first} …` : first;
}

/** "1 problem", "no problems", "3 problems". */
function amount(count: number, thing: string): string {
  return count === 1 ? `1 ${thing}` : `${count === 0 ? "no" : count} ${thing}s`;
}
