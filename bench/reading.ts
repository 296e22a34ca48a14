import * as chrono from "chrono-node";
import { read } from "../src/reading/read.ts";
import { linesOf, WORLDS } from "../tests/corpus/labelled.ts";
import { scoreEstimates } from "../tests/corpus/reading-scores.ts";

const ROUNDS = 9;
/** What a team would write in an afternoon: a number and a unit. */
const PLAIN =
  /\b(\d+(?:\.\d+)?)\s*(?:-|to)?\s*(\d+)?\s*(hours?|h|days?|d|weeks?|w|months?|sprints?|points?|pts)\b/gi;

type Line = { text?: string; thread?: { text: string }[]; replies?: { text: string }[] };

/** Every message of the corpus: those with numbers and near misses, and the plain talk of scenarios and answers. */
const corpus = (): string[] =>
  WORLDS.flatMap((world) =>
    (["estimates", "scenarios", "answers"] as const).flatMap((name) =>
      linesOf<Line>(world, name).flatMap(({ text, thread = [], replies = [] }) => [
        ...(text === undefined ? [] : [text]),
        ...thread.map((one) => one.text),
        ...replies.map((one) => one.text),
      ]),
    ),
  );

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** Messages a second, one figure a round; the three take turns so that a busy machine troubles all alike. */
function race(
  messages: readonly string[],
  runners: Readonly<Record<string, (text: string) => unknown>>,
): Map<string, number[]> {
  const rates = new Map(Object.keys(runners).map((name) => [name, [] as number[]]));
  for (let round = -2; round < ROUNDS; round++)
    for (const [name, run] of Object.entries(runners)) {
      const start = process.hrtime.bigint();
      for (const message of messages) run(message);
      const seconds = Number(process.hrtime.bigint() - start) / 1e9;
      if (round >= 0) rates.get(name)!.push(messages.length / seconds);
    }
  return rates;
}

/** Microseconds to read `text` once: the median of several rounds. */
function cost(text: string): number {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = process.hrtime.bigint();
    read(text);
    times.push(Number(process.hrtime.bigint() - start) / 1e3);
  }
  return median(times);
}

const out = (line: string): boolean => process.stdout.write(`${line}\n`);

const messages = corpus();
const rates = race(messages, {
  askwhy: (text) => read(text),
  "chrono-node": (text) => chrono.parse(text),
  "plain regex": (text) => [...text.matchAll(PLAIN)],
});
const chronos = median(rates.get("chrono-node")!);
out(`${messages.length} messages of the corpus, medians of ${ROUNDS} rounds`);
for (const [name, rate] of rates) {
  const spread = `${Math.round(Math.min(...rate))} to ${Math.round(Math.max(...rate))}`;
  out(
    `${name}: ${Math.round(median(rate))} messages/s (${spread}), ${(median(rate) / chronos).toFixed(1)} times chrono-node`,
  );
}

const nothing = "thanks, will have a look at the pull request after lunch";
const quiet = race(
  Array.from({ length: 2000 }, () => nothing),
  { askwhy: (text) => read(text) },
);
out(`a message that says nothing: ${(1e6 / median(quiet.get("askwhy")!)).toFixed(1)} us`);

const sentence =
  "the importer is 3 weeks, the old one took 2 sprints and nobody knows why it is ready by Friday. ";
for (const length of [1_000, 10_000, 40_000]) {
  const text = sentence.repeat(Math.ceil(length / sentence.length)).slice(0, length);
  out(
    `${length} characters: ${Math.round(cost(text))} us, ${((cost(text) / length) * 1000).toFixed(0)} ns a character`,
  );
}
out(
  `messages told right: ${Object.values(scoreEstimates(["common"]).tags).reduce((sum, tag) => sum + tag.right, 0)} of the common part's 320`,
);
