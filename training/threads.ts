import { basename } from "node:path";
import type { Template } from "../src/questions/template.ts";
import { exampleThread } from "../src/questions/templates/example.ts";
import { jsonLines, type Labelled, labelled, WORLDS } from "../tests/corpus/labelled.ts";
import { fileHere, filesIn } from "./files.ts";

/** Labelled threads that were written together, in one trade and manner of speech. */
type ThreadSet = { readonly name: string; readonly threads: readonly Labelled[] };

export const EXAMPLES = "examples";

/** The messages that question templates give as examples, as threads after which they are the one question to ask. */
export function exampleSet(templates: readonly Template[]): ThreadSet {
  const threads = templates.flatMap(({ id, examples }) =>
    examples.ask.map((text, n) => ({ id: `${id} ${n}`, thread: exampleThread(text), ask: [id] })),
  );
  return { name: EXAMPLES, threads };
}

/** All sets of labelled threads: those of the tests, and those written for learning (`threads/` beside this file). */
export function threadSets(): ThreadSet[] {
  return [
    ...WORLDS.map((name) => ({ name, threads: labelled(name) })),
    ...filesIn("threads").map((file) => ({
      name: basename(file, ".jsonl"),
      threads: jsonLines<Labelled>(fileHere(file)),
    })),
  ];
}
