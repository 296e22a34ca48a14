import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkView } from "../../src/playground/stand-in/blocks/check.ts";
import { drawForm, readOrigin } from "../../src/slack/modal.ts";
import type { Form } from "../../src/telling/note.ts";
import type { Handle } from "../../src/telling/outside.ts";
import { anyForm } from "./arbitrary.ts";

const HANDLE: Handle = {
  team: "T0ACME",
  channel: "C0PLAN",
  user: "U0PRIYA",
  surface: "message",
  thread: "1700000000.000100",
  responseUrl: "https://hooks.slack.com/actions/1",
  triggerId: "1.2",
};
const FORM: Form = {
  title: "Askwhy in this channel of ours",
  submit: "Save",
  press: { do: "settings", about: { c: "C0PLAN" } },
  parts: [{ kind: "small", words: "What is read" }],
  fields: [
    { kind: "people", name: "pms", label: "PMs", value: ["U0PRIYA"], optional: true },
    {
      kind: "checks",
      name: "switches",
      label: "Nudges",
      value: ["mine", "gone"],
      options: [
        { value: "mine", label: "Show nudges to me" },
        { value: "mine", label: "The same again" },
        { value: "shared", label: "Although shared" },
      ],
    },
    { kind: "number", name: "budget", label: "Most a day", value: 99, min: 0, max: 20 },
    { kind: "text", name: "text", label: "Question", value: "How long?", lines: "many", max: 5000 },
    {
      kind: "choice",
      name: "form",
      label: "Form",
      value: "b",
      options: "abcdef".split("").map((one) => ({ value: one, label: one })),
    },
  ],
};

test("a form becomes a modal with every field by its name", () => {
  const view = drawForm(FORM, HANDLE);
  checkView(view, "modal");
  expect(view.title.text).toBe("Askwhy in this channel …");
  expect(view.blocks.slice(1)).toMatchObject([
    {
      block_id: "aw:pms",
      optional: true,
      element: { type: "multi_users_select", initial_users: ["U0PRIYA"] },
    },
    {
      block_id: "aw:switches",
      optional: true,
      element: {
        type: "checkboxes",
        options: [{ value: "mine" }, { value: "shared" }],
        initial_options: [{ value: "mine" }],
      },
    },
    {
      block_id: "aw:budget",
      optional: false,
      element: { type: "number_input", initial_value: "20", max_value: "20" },
    },
    {
      block_id: "aw:text",
      element: { type: "plain_text_input", multiline: true, max_length: 3000, initial_value: "How long?" },
    },
    { block_id: "aw:form", element: { type: "static_select", initial_option: { value: "b" } } },
  ]);
});

test("a form without a press has nothing to submit", () => {
  const { press: _press, ...form } = { ...FORM, fields: [] };
  const view = drawForm(form, HANDLE);
  expect(view.submit).toBeUndefined();
  expect(view.private_metadata).toBeUndefined();
  expect(view.close?.text).toBe("Close");
});

describe("where a form came from", () => {
  test("stands in the view, so that the answer goes there", () => {
    expect(readOrigin(drawForm(FORM, HANDLE).private_metadata)).toEqual({
      press: FORM.press,
      team: "T0ACME",
      channel: "C0PLAN",
      thread: "1700000000.000100",
      responseUrl: "https://hooks.slack.com/actions/1",
    });
  });

  test("is shortened to the press where Slack's limit leaves no room", () => {
    const handle = { ...HANDLE, responseUrl: `https://hooks.slack.com/${"x".repeat(3000)}` };
    expect(readOrigin(drawForm(FORM, handle).private_metadata)).toEqual({
      press: FORM.press,
      team: "T0ACME",
      channel: "C0PLAN",
    });
  });

  test.each([
    [undefined],
    [""],
    ["{"],
    ["null"],
    ["[]"],
    ['{"press":"nothing","team":"T0ACME","channel":"C0PLAN"}'],
    ['{"press":"ask","team":"T0ACME"}'],
    ['{"press":"ask","channel":"C0PLAN"}'],
  ])("%j is none of ours", (metadata) => {
    expect(readOrigin(metadata)).toBeUndefined();
  });
});

test("Slack's limits are kept for any form", () => {
  fc.assert(
    fc.property(anyForm, (form) => void checkView(drawForm(form, HANDLE), "modal")),
    { numRuns: 300 },
  );
});
