/**
 * What a message and a choice cost with 34, 340 and 1,000 question templates: `npx tsx bench/choosing.ts`.
 * The added templates have words of their own, a tenth of which occur in the messages, as in a company's own set.
 */
import { SHIPPED_TEMPLATES } from "../src/folders.ts";
import { askThread } from "../src/questions/ask-thread.ts";
import { compile } from "../src/questions/library.ts";
import { loadTemplates } from "../src/questions/load.ts";
import type { Template } from "../src/questions/template.ts";
import { labelled } from "../tests/corpus/labelled.ts";

const ROUNDS = 5;

const { templates } = await loadTemplates([SHIPPED_TEMPLATES]);
const shipped = templates.filter(({ disabled }) => !disabled);
const threads = labelled("common").map(({ thread }) => thread);
const spoken = [
  ...new Set(threads.flat().flatMap(({ text }) => text.toLowerCase().match(/[a-z]{5,}/g) ?? [])),
];

/** Another company's template: ten cues, of which one is a word of these very messages. */
function another(n: number): Template {
  const model = shipped[n % shipped.length] as Template;
  const cues = [...Array(9).keys()].map((cue) => `invented${n}word${cue}`);
  return {
    ...model,
    id: `added-${n}`,
    when: { ...model.when, cues: [...cues, `${spoken[n % spoken.length]} `] },
    unless: { covered: [`settled${n}`], not_about: [`elsewhere${n}`] },
  };
}

/** Microseconds for reading, noticing and choosing, by thread: the best of some rounds. */
function cost(count: number): number {
  const library = compile([
    ...shipped,
    ...Array.from({ length: count - shipped.length }, (_, n) => another(n)),
  ]);
  const rounds = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    for (const thread of threads) askThread(thread, library);
    return ((performance.now() - start) * 1000) / threads.length;
  });
  return Math.min(...rounds);
}

cost(shipped.length);
const few = cost(shipped.length);
for (const count of [shipped.length, 340, 1000]) {
  const each = cost(count);
  process.stdout.write(
    `${String(count).padStart(5)} templates  ${each.toFixed(0).padStart(6)} µs a thread  ${(each / few).toFixed(2)} times ${shipped.length}\n`,
  );
}
