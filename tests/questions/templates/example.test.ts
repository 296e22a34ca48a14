import { describe, expect, test } from "vitest";
import { exampleReplies, exampleThread } from "../../../src/questions/templates/example.ts";

describe("an example is a thread", () => {
  test.each([
    ["3 weeks for checkout\n", [["eng", "3 weeks for checkout"]]],
    [
      "pm: how long?\neng: 3 weeks\nother: nice",
      [
        ["pm", "how long?"],
        ["eng", "3 weeks"],
        ["other", "nice"],
      ],
    ],
    ["two parts:\n- api: 2 days\n- ui: 3 days", [["eng", "two parts:\n- api: 2 days\n- ui: 3 days"]]],
    ["lead: 3 weeks", [["lead", "3 weeks"]]],
    [
      "PM: how long?\nEng: 3 weeks",
      [
        ["pm", "how long?"],
        ["eng", "3 weeks"],
      ],
    ],
  ])("%j", (example, thread) => {
    expect(exampleThread(example).map(({ from, text }) => [from, text])).toEqual(thread);
  });
});

test.each([
  ["it's in", [["eng", "it's in"]]],
  [
    "hm\nit's in\nlead: agreed",
    [
      ["eng", "hm"],
      ["eng", "it's in"],
      ["lead", "agreed"],
    ],
  ],
])("replies, one a line: %j", (example, replies) => {
  expect(exampleReplies(example).map(({ from, text }) => [from, text])).toEqual(replies);
});
