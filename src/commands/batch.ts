import { createInterface } from "node:readline";
import * as z from "zod";
import { answered } from "../questions/answered.ts";
import { askThread } from "../questions/ask-thread.ts";
import type { Library } from "../questions/library.ts";
import type { Manner } from "../reading/reading.ts";
import { read } from "../reading/read.ts";

/** One line of JSON in, one line of JSON out. */
export type Batch = (line: string) => { readonly out: string; readonly failed: boolean };

const text = z.string({ error: "a text is needed" });
const group = { error: 'a group {"…": …} is needed' };
const said = z.object({ from: text, text }, group);
const list = z.array(said, { error: 'a list of {"from","text"} is needed' });
const id = z.union([z.string(), z.number()], { error: "a text or a number is needed" });
const messageLine = z.object({ id, text, before: text.optional() }, group);
const threadLine = z.object({ id, thread: list }, group);
const pairLine = z.object({ id, question_id: text, question: text, replies: list }, group);

/** `askwhy read`: what each message says. */
export const readBatch = (manner: Manner) =>
  batch(messageLine, ({ text, before }) => {
    const reading = read(text, { manner, ...(before !== undefined && { before }) });
    return {
      estimates: reading.estimates,
      links: reading.links.map(({ at: _at, ...link }) => link),
      struck: reading.struck.map(({ quote, reason }) => ({ quote, reason })),
    };
  });

/** `askwhy ask`: at most three questions on each thread, best first. */
export const askBatch = (library: Library, manner: Manner) =>
  batch(threadLine, ({ thread }) => ({ questions: askThread(thread, library, { manner }).questions }));

/** `askwhy answered`: what the replies did to each question, and what spoke for it. */
export const answeredBatch = (library: Library) =>
  batch(pairLine, (pair) => answered(pair, (question) => library.byId.get(question)?.form));

function batch<T extends { id: string | number }>(schema: z.ZodType<T>, work: (line: T) => object): Batch {
  return (line) => {
    const json = parse(line);
    const parsed = schema.safeParse(json);
    if (parsed.success)
      return { out: JSON.stringify({ id: parsed.data.id, ...work(parsed.data) }), failed: false };
    const known = z.object({ id }).safeParse(json);
    const error = json === undefined ? "not a line of JSON" : complaint(parsed.error);
    return { out: JSON.stringify({ ...(known.success && { id: known.data.id }), error }), failed: true };
  };
}

/** What is wrong, by key; values are not repeated. */
function complaint(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join(".") || "line"}: ${issue.message}`).join("; ");
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Runs a batch over a stream of lines. Empty lines are passed over. Resolves to 1 if any line was bad, else 0. */
export async function runBatch(
  work: Batch,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<number> {
  let failed = false;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === "") continue;
    const result = work(line);
    failed ||= result.failed;
    if (!output.write(`${result.out}\n`)) await new Promise((resolve) => output.once("drain", resolve));
  }
  return failed ? 1 : 0;
}
