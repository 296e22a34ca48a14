import type { Line, Thread } from "../threads/thread.ts";
import type { Template } from "./template.ts";

/** In plain words, why a question may not be asked about this line at all; undefined where it may. */
export function ruledOut(
  template: Template,
  thread: Pick<Thread, "lines" | "asked">,
  line: Line,
): string | undefined {
  if (template.off) return "switched off";
  if (thread.asked.some((asked) => asked.question === template.id)) return "asked already";
  if (!fits(template, line)) return "not about this kind of estimate";
  return undefined;
}

function fits({ when }: Template, line: Line): boolean {
  const kinds: string[] = line.estimates.map((estimate) => estimate.kind);
  if (line.estimates.some((estimate) => estimate.revises)) kinds.push("revised");
  if (line.specs.length > 0) kinds.push("spec");
  return when.about.some((kind) => kinds.includes(kind));
}
