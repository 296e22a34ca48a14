import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { NOOR, PLANNING, PRIYA } from "../../src/playground/people.ts";
import { call } from "../playground/call.ts";
import { launchBrowser } from "./browser.ts";
import { focused } from "./look.ts";
import { open, type Opened, type Told } from "./opened.ts";

const browser = await launchBrowser();

const plain = (text: string) => ({ type: "plain_text", text });
const option = (value: string) => ({ text: plain(value), value });
const input = (block_id: string, element: object, more: object = {}) => ({
  type: "input",
  block_id,
  label: plain(block_id),
  element: { action_id: "value", ...element },
  ...more,
});

const BUTTONS = [
  {
    type: "actions",
    block_id: "row",
    elements: [
      { type: "button", action_id: "settings", text: plain("Settings"), value: "v" },
      { type: "overflow", action_id: "rarer", options: [option("Mute this thread"), option("Pause")] },
    ],
  },
];

const FORM = {
  type: "modal",
  callback_id: "settings",
  title: plain("Settings"),
  submit: plain("Save"),
  close: plain("Cancel"),
  notify_on_close: true,
  blocks: [
    input("name", { type: "plain_text_input" }),
    input("words", { type: "plain_text_input", multiline: true, initial_value: "as it was" }),
    input("days", { type: "number_input", is_decimal_allowed: false, min_value: "1", max_value: "20" }),
    input("pms", { type: "multi_users_select", initial_users: [PRIYA] }),
    input("lead", { type: "users_select" }, { optional: true }),
    input("quiet", { type: "static_select", options: [option("45"), option("90")] }),
    input("nudges", { type: "radio_buttons", options: [option("on"), option("off")] }),
    input(
      "also",
      { type: "checkboxes", options: [option("morning"), option("verdicts")] },
      { optional: true },
    ),
  ],
};

describe.skipIf(browser === undefined)("buttons, menus and forms", { timeout: 30_000 }, () => {
  let opened: Opened;
  let page: Page;
  let told: Told[];
  beforeEach(async () => {
    opened = await open(browser!);
    told = [];
    opened.botAnswers(async (payload) => {
      told.push(payload);
      if (payload.type !== "block_actions") return undefined;
      await call(opened.standIn, "views.open", { trigger_id: payload.trigger_id, view: FORM });
      return undefined;
    });
    const args = { channel: PLANNING, user: PRIYA, text: "Settings", blocks: BUTTONS };
    await call(opened.standIn, "chat.postEphemeral", args);
    page = await opened.visit(PRIYA);
  });
  afterEach(() => opened.close());
  afterAll(() => browser?.close());

  test("a form comes up on a press, takes every kind of field, and brings back what was put in", async () => {
    await page.getByRole("button", { name: "Settings" }).click();
    const form = page.getByRole("dialog", { name: "Settings" });
    await form.getByText("Only you can see this").waitFor();
    await form.getByLabel("name").fill("Checkout");
    await form.getByLabel("words").fill("two\nlines");
    await form.getByLabel("days").fill("10");
    await form.getByRole("group", { name: "pms" }).getByLabel("Noor").check();
    await form.getByLabel("lead (optional)").selectOption(NOOR);
    await form.getByLabel("quiet").selectOption("90");
    await form.getByRole("radiogroup", { name: "nudges" }).getByLabel("off").check();
    await form.getByRole("group", { name: "also" }).getByLabel("morning").check();
    await form.getByRole("button", { name: "Save" }).click();
    await form.waitFor({ state: "detached" });
    expect(told.at(-1)).toMatchObject({
      type: "view_submission",
      user: { id: PRIYA },
      view: {
        state: {
          values: {
            name: { value: { value: "Checkout" } },
            words: { value: { value: "two\nlines" } },
            days: { value: { value: "10" } },
            pms: { value: { selected_users: [PRIYA, NOOR] } },
            lead: { value: { selected_user: NOOR } },
            quiet: { value: { selected_option: { value: "90" } } },
            nudges: { value: { selected_option: { value: "off" } } },
            also: { value: { selected_options: [{ value: "morning" }] } },
          },
        },
      },
    });
  });

  test("what is refused is said beside its field, and what was put in stays", async () => {
    await page.getByRole("button", { name: "Settings" }).click();
    const form = page.getByRole("dialog", { name: "Settings" });
    await form.getByLabel("name").fill("Checkout");
    await form.getByLabel("days").fill("99");
    await form.getByRole("button", { name: "Save" }).click();
    await form.getByText("This must be at most 20.").waitFor();
    expect(await form.getByLabel("days").getAttribute("aria-invalid")).toBe("true");
    expect(await form.getByLabel("name").inputValue()).toBe("Checkout");
    expect(told.map((each) => each.type)).toEqual(["block_actions"]);
  });

  test("Escape closes a form, and the bot is told", async () => {
    await page.getByRole("button", { name: "Settings" }).click();
    const form = page.getByRole("dialog", { name: "Settings" });
    await form.waitFor();
    await page.keyboard.press("Escape");
    await form.waitFor({ state: "detached" });
    await expect.poll(() => told.at(-1)?.type).toBe("view_closed");
    await expect.poll(() => page.evaluate(focused)).toBe("Settings");
  });

  test("a choice behind the three dots reaches the bot", async () => {
    await page.getByRole("button", { name: "More choices" }).click();
    await page.getByRole("menuitem", { name: "Pause" }).click();
    await expect
      .poll(() => told[0]?.["actions"])
      .toMatchObject([{ action_id: "rarer", selected_option: { value: "Pause" } }]);
  });

  test("what somebody else's button opens is not seen", async () => {
    const sam = await opened.visit(NOOR);
    await page.getByRole("button", { name: "Settings" }).click();
    await page.getByRole("dialog").waitFor();
    await sam.getByText("has joined the channel").waitFor();
    expect(await sam.getByRole("dialog").count()).toBe(0);
  });
});
