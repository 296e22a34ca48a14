import { Readable, Writable } from "node:stream";
import { describe, expect, test } from "vitest";
import { answeredBatch, askBatch, type Batch, readBatch, runBatch } from "../../src/commands/batch.ts";
import { SHIPPED_TEMPLATES } from "../../src/folders.ts";
import { compile } from "../../src/questions/library.ts";
import { loadTemplates } from "../../src/questions/load.ts";

const library = compile((await loadTemplates([SHIPPED_TEMPLATES])).templates);

async function run(batch: Batch, lines: readonly string[]) {
  const written: string[] = [];
  const output = new Writable({
    write(chunk, _encoding, done) {
      written.push(String(chunk));
      done();
    },
  });
  const code = await runBatch(batch, Readable.from([lines.join("\n")]), output);
  return {
    code,
    out: written
      .join("")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}

describe("read", () => {
  test("tells estimates, links and what was struck out", async () => {
    const { code, out } = await run(readBatch({}), [
      '{"id":"a","text":"checkout on the new gateway, about 3 weeks"}',
      '{"id":"b","text":"the migration ran for 3 weeks"}',
      '{"id":"c","text":"<https://docs.google.com/document/d/1x/edit|Checkout RFC>"}',
      '{"id":"d","text":"3 weeks","before":"how long for checkout?"}',
    ]);
    expect(code).toBe(0);
    expect(out[0]).toMatchObject({
      id: "a",
      estimates: [{ quote: "3 weeks", at: 35, kind: "duration", low: 15, high: 15, hedged: true }],
    });
    expect(out[1]).toMatchObject({ id: "b", estimates: [], struck: [{ reason: "past" }] });
    expect(out[2]).toMatchObject({ links: [{ provider: "google-docs", spec: true, label: "Checkout RFC" }] });
    expect(out[3]).toMatchObject({ estimates: [{ quote: "3 weeks" }] });
  });

  test("a bad line says so in its place, and the rest goes on", async () => {
    const { code, out } = await run(readBatch({}), [
      "nonsense",
      '{"id":7}',
      "",
      '{"id":"c","text":"5 points"}',
      "[]",
    ]);
    expect(code).toBe(1);
    expect(out[0]).toEqual({ error: "not a line of JSON" });
    expect(out[1]).toMatchObject({ id: 7, error: expect.stringContaining("text") });
    expect(out[2]).toMatchObject({ id: "c" });
    expect(out[3]).toHaveProperty("error");
  });

  test("what is allowed is said in plain words", async () => {
    const { out } = await run(askBatch(library, {}), [
      "[]",
      '{"id":[]}',
      '{"id":1,"thread":["a",{"from":1}]}',
    ]);
    expect(out.map(({ error }) => error)).toEqual([
      'line: a group {"…": …} is needed',
      'id: a text or a number is needed; thread: a list of {"from","text"} is needed',
      'thread.0: a group {"…": …} is needed; thread.1.from: a text is needed; thread.1.text: a text is needed',
    ]);
  });

  test("repeats nothing of a bad line", async () => {
    const { out } = await run(readBatch({}), [
      '{"id":"a","text":{"secret":"purple elephants"}}',
      "purple elephants",
    ]);
    expect(JSON.stringify(out)).not.toContain("elephants");
  });
});

describe("ask", () => {
  test("at most three questions with reasons, best first, and none where quiet is right", async () => {
    const { code, out } = await run(askBatch(library, {}), [
      JSON.stringify({
        id: 1,
        thread: [
          { from: "pm", text: "how long for checkout?" },
          { from: "eng", text: "3 weeks for the new gateway api" },
        ],
      }),
      JSON.stringify({ id: 2, thread: [{ from: "pm", text: "lunch?" }] }),
    ]);
    expect(code).toBe(0);
    const questions = out[0]?.["questions"] as { id: string; text: string; because: string }[];
    expect(questions.length).toBeGreaterThan(0);
    expect(questions.length).toBeLessThanOrEqual(3);
    for (const question of questions)
      expect(Object.keys(question).toSorted()).toEqual(["because", "id", "text"]);
    expect(out[1]).toEqual({ id: 2, questions: [] });
  });
});

describe("answered", () => {
  test("labels each pair, with the sentence that decided", async () => {
    const question = "Does the 3 weeks include integration testing?";
    const pair = (id: number, text: string) =>
      JSON.stringify({ id, question_id: "integration-testing", question, replies: [{ from: "eng", text }] });
    const { code, out } = await run(answeredBatch(library), [
      pair(1, "no, that's on top"),
      pair(2, "should be fine"),
      '{"id":3,"replies":[]}',
    ]);
    expect(code).toBe(1);
    expect(out[0]).toMatchObject({
      id: 1,
      label: "answered",
      sentence: expect.stringContaining("on top"),
      because: expect.stringContaining("what is in or out"),
    });
    expect(out[1]).toMatchObject({ id: 2, label: "non-answer" });
    expect(out[2]).toMatchObject({ id: 3, error: expect.any(String) });
  });
});
