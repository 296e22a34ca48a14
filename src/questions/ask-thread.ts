import { read } from "../reading/read.ts";
import type { Manner } from "../reading/reading.ts";
import { inThread } from "./in-thread.ts";
import type { Line } from "../threads/thread.ts";
import { choose, type Choice } from "./choose.ts";
import { lineAnsweringHowLong, lineToAskAbout } from "./features.ts";
import type { Library } from "./library.ts";
import { lineOf } from "./line.ts";
import { roleOf } from "./roles.ts";

/** A plain thread as lines. `from` says who speaks, see `roleOf`. */
export function linesOf(
  thread: readonly { readonly from: string; readonly text: string }[],
  library: Library,
  manner?: Manner,
): Line[] {
  const lines: Line[] = [];
  thread.forEach(({ from, text }, n) => {
    const message = {
      ts: String(n + 1).padStart(6, "0"),
      user: from,
      role: roleOf(from),
      text,
    } as const;
    const before = thread[n - 1]?.text;
    const alone = read(text, { ...(before !== undefined && { before }), ...(manner && { manner }) });
    lines.push(lineOf(message, inThread(alone, text, lines, manner), library));
  });
  return lines;
}

/**
 * Chooses on a whole thread of plain texts. Somebody asked for it, so where nothing was read as an estimate it is about
 * the line that would hold one.
 */
export function askThread(
  thread: readonly { readonly from: string; readonly text: string }[],
  library: Library,
  context: { readonly manner?: Manner } = {},
): Choice {
  const lines = linesOf(thread, library, context.manner);
  const talk = { lines, asked: [], notEstimates: [] };
  return choose(talk, library, (lineToAskAbout(talk) ?? lineAnsweringHowLong(lines))?.ts);
}
