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
};

/** A problem as people read it: `file:line:col message`, the line with a caret below, and what is allowed. */
export function showProblem(problem: Problem): string {
  const { file, line, col, message } = problem;
  return `${file}:${line}:${col} ${message}`;
}
