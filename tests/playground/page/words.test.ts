import { describe, expect, test } from "vitest";
import { asTyped, readMarkup, type Word } from "../../../src/playground/page/words.ts";

const text = (said: string): Word => ({ kind: "text", text: said });

describe("Slack's markup", () => {
  test.each<[string, Word[]]>([
    ["plain words", [text("plain words")]],
    [
      "*bold* _and_ ~so~ on",
      [
        { kind: "bold", inside: [text("bold")] },
        text(" "),
        { kind: "italic", inside: [text("and")] },
        text(" "),
        { kind: "strike", inside: [text("so")] },
        text(" on"),
      ],
    ],
    [
      "*bold _both_*",
      [{ kind: "bold", inside: [text("bold "), { kind: "italic", inside: [text("both")] }] }],
    ],
    [
      "`a *b*` and ```two\nlines```",
      [{ kind: "code", text: "a *b*" }, text(" and "), { kind: "pre", text: "two\nlines" }],
    ],
    ["&gt; quoted\nnot", [{ kind: "quote", inside: [text("quoted")] }, text("not")]],
    [
      "<https://a.example/x?a=1&amp;b=2|the spec>",
      [{ kind: "link", url: "https://a.example/x?a=1&b=2", label: "the spec" }],
    ],
    [
      "<@U0SAM> in <#C0A|planning> <!here>",
      [
        { kind: "person", id: "U0SAM" },
        text(" in "),
        { kind: "channel", id: "C0A", label: "planning" },
        text(" "),
        { kind: "broadcast", name: "here" },
      ],
    ],
    [
      "<!date^1795254000^{date_pretty}|some day>",
      [{ kind: "moment", at: 1_795_254_000_000, format: "{date_pretty}" }],
    ],
    ["a &lt;b&gt; &amp; c", [text("a <b> & c")]],
  ])("%s", (said, words) => {
    expect(readMarkup(said)).toEqual(words);
  });
});

describe("near misses", () => {
  test.each(["2*3*4 weeks", "snake_case_name", "* a point", "*not\nover lines*", "3 ~ 4 ~ weeks", "``"])(
    "%s stays as it is",
    (said) => {
      expect(readMarkup(said)).toEqual([text(said)]);
    },
  );
});

test("a message to edit reads as it was typed", () => {
  const said = "<@U0SAM> see <https://a.example|it> &amp; *say* &lt;3 weeks&gt;";
  expect(asTyped(said, () => "Sam")).toBe("@Sam see https://a.example & *say* <3 weeks>");
});
