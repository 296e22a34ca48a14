import { describe, expect, test } from "vitest";
import { PEOPLE, PRIYA } from "../../src/playground/people.ts";
import { asTyped } from "../../src/playground/stand-in/markup.ts";
import { newWorkspace } from "../../src/playground/workspace.ts";

describe("what somebody typed, in Slack's markup", () => {
  test.each([
    ["a < b & c > d", "a &lt; b &amp; c &gt; d"],
    ["see https://docs.example/a?b=1&c=2.", "see <https://docs.example/a?b=1&amp;c=2>."],
    ["(https://docs.example/a)", "(<https://docs.example/a>)"],
    ["@Priya how long?", `<@${PRIYA}> how long?`],
    ["@everyone and a@priyanka.example", "@everyone and a@priyanka.example"],
    ["<!channel>", "&lt;!channel&gt;"],
  ])("%s", (typed, text) => {
    expect(asTyped(typed, newWorkspace("U0ASKWHY").members.values())).toBe(text);
  });

  test("everybody's name can be mentioned", () => {
    const { members } = newWorkspace("U0ASKWHY");
    for (const { id, name } of PEOPLE) expect(asTyped(`@${name}`, members.values())).toBe(`<@${id}>`);
  });
});
