import { describe, expect, test } from "vitest";
import { askThread } from "../../../src/questions/ask-thread.ts";
import { OWN_THREADS, type OwnThread } from "./own-threads.ts";
import { LIBRARY } from "./shipped.ts";

const ROLES: Readonly<Record<string, string>> = { e: "eng", l: "lead", p: "pm", s: "support" };

function asked({ says }: OwnThread): string[] {
  const thread = says.map((said) => ({ from: ROLES[said[0] ?? ""] ?? "", text: said.slice(3) }));
  return askThread(thread, LIBRARY).questions.map(({ id }) => id);
}

const isRight = (one: OwnThread) => {
  const got = asked(one);
  return one.wanted.length === 0 ? got.length === 0 : got.some((id) => one.wanted.includes(id));
};

describe("threads of our own", () => {
  test("are fifty", () => {
    expect(OWN_THREADS).toHaveLength(50);
  });

  test("get a question that was wanted, or silence, in most cases", () => {
    const wrong = OWN_THREADS.filter((one) => !isRight(one)).map(
      (one) => `${one.name}: ${asked(one).join(", ") || "silence"}`,
    );
    expect(wrong.length, wrong.join("\n")).toBeLessThanOrEqual(12);
  });

  test("hardly ever get one that embarrasses", () => {
    const wrong = OWN_THREADS.filter((one) => asked(one).some((id) => one.never.includes(id)));
    expect(wrong.length, wrong.map(({ name }) => name).join("\n")).toBeLessThanOrEqual(3);
  });
});
