import { describe, expect, test } from "vitest";
import { checkBlocks, checkView } from "../../src/playground/stand-in/blocks/check.ts";

const plain = (text: string) => ({ type: "plain_text", text });
const mrkdwn = (text: string) => ({ type: "mrkdwn", text });
const section = (text: string, more: object = {}) => ({ type: "section", text: mrkdwn(text), ...more });
const button = (more: object = {}) => ({ type: "button", action_id: "one", text: plain("Ask"), ...more });
const row = (...elements: object[]) => ({ type: "actions", elements });
const rich = (...elements: object[]) => ({ type: "rich_text", elements });
const option = (value: string, text = value) => ({ text: plain(text), value });
const long = (length: number) => "x".repeat(length);
const modal = (more: object = {}) => ({ type: "modal", title: plain("Ask"), blocks: [], ...more });

describe("what Slack takes", () => {
  test.each([
    ["a section of 3000 characters", [section(long(3000))]],
    ["fifty blocks", Array.from({ length: 50 }, () => ({ type: "divider" }))],
    ["a button with a value of 2000 characters", [row(button({ value: long(2000), style: "primary" }))]],
    ["two buttons in a row", [row(button(), button({ action_id: "two" }))]],
    ["the same action_id in two blocks", [row(button()), row(button())]],
    [
      "an overflow beside a section",
      [section("a", { accessory: { type: "overflow", options: [option("a"), option("b")] } })],
    ],
    [
      "rich text",
      [
        rich(
          {
            type: "rich_text_section",
            elements: [
              { type: "text", text: "a", style: { bold: true } },
              { type: "user", user_id: "U0SAM" },
            ],
          },
          { type: "rich_text_quote", elements: [{ type: "link", url: "https://a.example" }] },
        ),
      ],
    ],
    ["grey print", [{ type: "context", elements: [mrkdwn("small")] }]],
  ])("%s", (_what, blocks) => {
    expect(checkBlocks(blocks)).toHaveLength(blocks.length);
  });

  test("and it makes up ids where none were given", () => {
    const [block] = checkBlocks([row({ type: "button", text: plain("Ask") })]);
    expect(block).toMatchObject({
      block_id: expect.any(String),
      elements: [{ action_id: expect.any(String) }],
    });
  });
});

describe("what Slack refuses in a message", () => {
  test.each([
    ["a section of 3001 characters", [section(long(3001))], "/0/text"],
    ["an empty section", [{ type: "section" }], "/0"],
    ["no text in a section's text", [section("")], "/0/text"],
    ["fifty-one blocks", Array.from({ length: 51 }, () => ({ type: "divider" })), "json-pointer:/"],
    ["a header in mrkdwn", [{ type: "header", text: mrkdwn("a") }], "/0/text"],
    ["a header of 151 characters", [{ type: "header", text: plain(long(151)) }], "/0/text"],
    ["a button in mrkdwn", [row({ ...button(), text: mrkdwn("Ask") })], "/0/elements/0/text"],
    ["a label of 76 characters", [row(button({ text: plain(long(76)) }))], "/0/elements/0/text"],
    ["a value of 2001 characters", [row(button({ value: long(2001) }))], "/0/elements/0/value"],
    ["an action_id of 256 characters", [row(button({ action_id: long(256) }))], "/0/elements/0/action_id"],
    ["a key Slack does not know", [row(button({ colour: "red" }))], "/0/elements/0"],
    ["an unknown type", [{ type: "paragraph" }], "/0/type"],
    ["the same action_id twice in a block", [row(button(), button())], "action_id one is used twice"],
    [
      "the same block_id twice",
      [section("a", { block_id: "b" }), section("c", { block_id: "b" })],
      "block_id b",
    ],
    ["an overflow of one", [row({ type: "overflow", options: [option("a")] })], "/0/elements/0/options"],
    [
      "an overflow of six",
      [row({ type: "overflow", options: ["a", "b", "c", "d", "e", "f"].map((each) => option(each)) })],
      "/0/elements/0/options",
    ],
    [
      "an option of 76 characters",
      [row({ type: "static_select", options: [option("a", long(76))] })],
      "/options/0/text",
    ],
    [
      "a first choice that is not on offer",
      [row({ type: "static_select", options: [option("a")], initial_option: option("b") })],
      "initial option b",
    ],
    [
      "an empty word in rich text",
      [rich({ type: "rich_text_section", elements: [{ type: "text", text: "" }] })],
      "/0/elements/0/elements/0/text",
    ],
    ["rich text of nothing", [rich()], "/0/elements"],
    ["a row of none", [row()], "/0/elements"],
    [
      "twenty-six in a row",
      [row(...Array.from({ length: 26 }, (_, at) => button({ action_id: `a${at}` })))],
      "/0/elements",
    ],
    ["a button in grey print", [{ type: "context", elements: [button()] }], "/0/elements/0"],
  ])("%s", (_what, blocks, reason) => {
    expect(() => checkBlocks(blocks)).toThrow(
      expect.objectContaining({
        code: "invalid_blocks",
        details: expect.objectContaining({ errors: [expect.stringContaining(reason)] }),
      }),
    );
  });

  test("more text than fits, all blocks together", () => {
    const blocks = Array.from({ length: 5 }, () => section(long(2900)));
    expect(() => checkBlocks(blocks)).toThrow("msg_blocks_too_long");
  });
});

describe("modals and Home", () => {
  const input = { type: "input", label: plain("Words"), element: { type: "plain_text_input" } };

  test.each([
    ["modal", modal({ submit: plain("Save"), blocks: [input], private_metadata: long(3000) })],
    ["home", { type: "home", blocks: Array.from({ length: 100 }, () => ({ type: "divider" })) }],
  ] as const)("a good %s", (type, view) => {
    expect(checkView(view, type).type).toBe(type);
  });

  test.each([
    ["a title of 25 characters", "modal", modal({ title: plain(long(25)) }), "/title"],
    ["inputs without a submit", "modal", modal({ blocks: [input] }), "submit"],
    ["metadata of 3001 characters", "modal", modal({ private_metadata: long(3001) }), "/private_metadata"],
    ["a Home for a modal", "modal", { type: "home", blocks: [] }, "/type"],
    ["a title on Home", "home", { type: "home", title: plain("Home"), blocks: [] }, "title"],
    [
      "101 blocks",
      "home",
      { type: "home", blocks: Array.from({ length: 101 }, () => ({ type: "divider" })) },
      "/blocks",
    ],
  ] as const)("%s is refused", (_what, type, view, reason) => {
    expect(() => checkView(view, type)).toThrow(
      expect.objectContaining({
        code: "invalid_arguments",
        details: expect.objectContaining({
          errors: expect.arrayContaining([expect.stringContaining(reason)]),
        }),
      }),
    );
  });
});
