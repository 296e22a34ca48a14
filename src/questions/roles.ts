import type { Role } from "../threads/thread.ts";

const CALLED: ReadonlyMap<string, Role> = new Map([
  ["pm", "pm"],
  ["eng", "doer"],
  ["lead", "doer"],
]);

/** The role of a speaker in plain talk: `pm` asks, `eng` and `lead` are doers, others look on. */
export const roleOf = (from: string): Role => CALLED.get(from) ?? "bystander";
