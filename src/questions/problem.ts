/** Something wrong in a file people wrote, and where. Lines and columns count from 1. */
export type Problem = {
  readonly file: string;
  readonly line: number;
  readonly col: number;
  readonly message: string;
  /** The line it stands on. */
  readonly source?: string;
  /** What may stand there instead. */
  readonly allowed?: string;
  /** Who looks after the file, where it says so. */
  readonly owner?: string;
  /** Worth a look, but the file is used all the same. */
  readonly mild?: true;
};

/** Long lines are shown around the caret, at most this many characters. */
const SHOWN = 100;

/** A problem as people read it: `file:line:col message`, the line with a caret below, what is allowed, and who looks after it. */
export function showProblem(problem: Problem): string {
  const { file, line, col, message, source, allowed, owner, mild } = problem;
  const shown = [`${file}:${line}:${col} ${mild ? "note: " : ""}${message}`];
  if (source?.trim()) shown.push(...underline(source, line, col));
  if (allowed) shown.push(`  ${allowed}`);
  if (owner) shown.push(`  looked after by ${owner}`);
  return shown.map(visible).join("\n");
}

/** What would steer a terminal, turn a line around, or stay unseen, stands as a mark. */
const UNSEEN = /[\p{Cc}\p{Cf}]/gu;

/** A line as it can be written to a terminal. */
export function visible(line: string): string {
  return line.replaceAll("\t", " ").replace(UNSEEN, "\u00B7");
}

function underline(source: string, line: number, col: number): string[] {
  const from = Math.max(0, Math.min(col - 1 - SHOWN / 2, source.length - SHOWN));
  const part = source.slice(from, from + SHOWN);
  const gutter = `  ${line} | `;
  const caret = Math.min(col - 1 - from, part.length);
  return [gutter + part, " ".repeat(gutter.length + caret) + "^"];
}
