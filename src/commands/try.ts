import { askThread } from "../questions/ask-thread.ts";
import type { Choice } from "../questions/choose.ts";
import type { Library } from "../questions/library.ts";
import { asThread } from "../questions/pasted.ts";
import { explain } from "../reading/explain.ts";
import type { Manner } from "../reading/reading.ts";
import { read } from "../reading/read.ts";

export type TryWishes = { readonly trace: boolean; readonly json: boolean; readonly manner: Manner };

/**
 * `askwhy try "text"`: what is read and what would be asked, for people; with `trace`, every rule and reason. A typed
 * `\n` ends a line.
 */
export function tryText(typed: string, library: Library, { trace, json, manner }: TryWishes): string {
  const text = typed.replaceAll("\\n", "\n");
  const reading = read(text, { manner });
  const choice = askThread(asThread(text), library, { manner });
  if (json) return JSON.stringify({ reading, ...choice }, null, 2);
  const readLines = explain(reading);
  return [
    "What I read",
    ...indent(readLines.length > 0 ? readLines : ["nothing that concerns me"]),
    "",
    "What I would ask",
    ...indent(asked(choice)),
    ...(trace ? ["", "How it was chosen", ...indent(traced(choice))] : []),
  ].join("\n");
}

const indent = (lines: readonly string[]) => lines.map((line) => `  ${line}`);

function asked({ questions, quiet }: Choice): string[] {
  if (questions.length === 0) return [`nothing: ${quiet ?? "no question fits"}`];
  return questions.flatMap((question, index) => [
    `${index + 1}. ${question.text}`,
    `   ${question.id}, because ${question.because}`,
  ]);
}

function traced({ trace }: Choice): string[] {
  return trace.map(({ id, score, because, ruledOut }) =>
    [`${score.toFixed(2).padStart(7)}  ${id}`, ruledOut && `ruled out: ${ruledOut}`, because.join(", ")]
      .filter(Boolean)
      .join("  "),
  );
}
