import { occasions } from "./fold.ts";
import type { Line, Thread } from "./thread.ts";

/** The lines whose number this one takes the place of, newest first: the same person's last of that kind, and what that one corrected. */
export function replacedBy(thread: Thread, line: Line): Line[] {
  const kinds = line.estimates.filter(({ revises }) => revises).map(({ kind }) => kind);
  const old = occasions(thread).findLast(
    ({ ts, user, estimates }) =>
      ts < line.ts && user === line.user && estimates.some(({ kind }) => kinds.includes(kind)),
  );
  return old === undefined ? [] : [old, ...replacedBy(thread, old)];
}
