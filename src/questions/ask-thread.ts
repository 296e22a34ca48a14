import type { Manner } from "../reading/reading.ts";
import type { Line, Role } from "../threads/thread.ts";
import { choose, type Choice } from "./choose.ts";
import type { Library } from "./library.ts";
import { lineOf } from "./line.ts";

const ROLES: Readonly<Record<string, Role>> = { pm: "pm", eng: "doer", lead: "doer" };

/** Chooses on a whole thread of plain texts. `from` is a role: `pm` asks, `eng` and `lead` are doers, others look on. */
export function askThread(
  thread: readonly { readonly from: string; readonly text: string }[],
  library: Library,
  context: { readonly manner?: Manner } = {},
): Choice {
  const lines: Line[] = thread.map(({ from, text }, n) =>
    lineOf(
      { ts: String(n + 1).padStart(6, "0"), user: from, role: ROLES[from] ?? "bystander", text },
      thread[n - 1]?.text,
      library,
      context.manner,
    ),
  );
  return choose({ lines, asked: [], notEstimates: [] }, library);
}
