import type { Manner } from "../reading/reading.ts";
import { choose, type Choice } from "./choose.ts";
import type { Library } from "./library.ts";

/** Chooses on a whole thread of plain texts. `from` is a role: `pm` asks, `eng` and `lead` are doers, others look on. */
export function askThread(
  _thread: readonly { readonly from: string; readonly text: string }[],
  library: Library,
  _context?: { readonly manner?: Manner },
): Choice {
  return choose({ lines: [], asked: [], notEstimates: [] }, library);
}
