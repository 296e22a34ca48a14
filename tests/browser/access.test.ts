import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { PLANNING, PRIYA, SAM } from "../../src/playground/people.ts";
import { call } from "../playground/call.ts";
import { launchBrowser } from "./browser.ts";
import { faintTexts, focused, focusShown, namelessControls, repeatedIds, widthOfAll } from "./look.ts";
import { open, type Opened, type Visit } from "./opened.ts";

const browser = await launchBrowser();

const plain = (text: string) => ({ type: "plain_text", text });
const NOTE = [
  { type: "header", text: plain("Worth asking") },
  {
    type: "rich_text",
    elements: [
      {
        type: "rich_text_quote",
        elements: [
          { type: "text", text: "3 weeks" },
          { type: "user", user_id: SAM },
        ],
      },
    ],
  },
  {
    type: "actions",
    elements: ["primary", undefined, "danger"].map((style, index) => ({
      type: "button",
      action_id: `b${index}`,
      text: plain(style ?? "plain"),
      value: "v",
      ...(style === undefined ? {} : { style }),
    })),
  },
  { type: "context", elements: [{ type: "mrkdwn", text: "small *print*" }] },
];

describe.skipIf(browser === undefined)("the page for everybody", { timeout: 30_000 }, () => {
  let opened: Opened;
  let parent: string;
  beforeEach(async () => {
    opened = await open(browser!);
    const { standIn } = opened;
    parent = standIn.say({
      user: SAM,
      channel: PLANNING,
      text: `about 3 weeks ${"longwordwithoutend".repeat(9)}`,
    });
    standIn.say({ user: PRIYA, channel: PLANNING, thread: parent, text: "does that include testing?" });
    await call(standIn, "chat.postEphemeral", { channel: PLANNING, user: PRIYA, text: "Ask", blocks: NOTE });
    await call(standIn, "views.publish", { user_id: PRIYA, view: { type: "home", blocks: NOTE } });
    const lines = [{ label: "estimate", text: "“3 weeks”, by the rule duration" }];
    opened.traces.push({ at: standIn.clock.now(), channel: PLANNING, ts: parent, step: "read", lines });
  });
  afterEach(() => opened.close());
  afterAll(() => browser?.close());

  const places = (): readonly (readonly [string, Visit])[] => [
    ["the channel", {}],
    ["a thread", { in: `${PLANNING}&thread=${parent}` }],
    ["the drawer", { in: `${PLANNING}&trace=${parent}` }],
    ["Home", { in: "home" }],
  ];

  test("with the keyboard alone: skip to the box, write, send", async () => {
    const page = await opened.visit(SAM);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(focused)).toBe("Skip to the message box");
    await page.keyboard.press("Enter");
    await page.keyboard.type("and a day for the docs");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.type("two at most");
    await page.keyboard.press("Enter");
    await expect
      .poll(() => opened.standIn.sees(SAM, PLANNING).at(-1)?.text)
      .toBe("and a day for the docs\ntwo at most");
  });

  test("with the keyboard alone: become somebody else, and press what is private to them", async () => {
    const pressed: unknown[] = [];
    opened.botAnswers((told) => Promise.resolve(void pressed.push(told["actions"])));
    const page = await opened.visit(SAM);
    await tabTo(page, "Sam");
    await page.keyboard.press("ArrowLeft");
    await page.getByRole("textbox", { name: "Message #checkout-planning as Priya" }).waitFor();
    expect(await page.evaluate(focused)).toContain("Priya");
    await tabTo(page, "primary");
    await page.keyboard.press("Enter");
    await expect.poll(() => pressed).toMatchObject([[{ action_id: "b0" }]]);
  });

  test("with the keyboard alone: a message's menu, a thread, and back", async () => {
    const page = await opened.visit(SAM);
    await tabTo(page, "More about this message");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(focused)).toContain("Ask why");
    await page.keyboard.press("ArrowDown");
    expect(await page.evaluate(focused)).toContain("What would I be asked?");
    await page.keyboard.press("Escape");
    expect(await page.evaluate(focused)).toBe("More about this message");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    const reply = page.getByRole("textbox", { name: "Reply as Sam" });
    await expect.poll(() => page.evaluate(focused)).toBe("Reply as Sam");
    await page.keyboard.press("Escape");
    await reply.waitFor({ state: "detached" });
    await expect.poll(() => page.evaluate(focused)).toBe("Reply");
  });

  test("wherever the focus is, it can be seen", async () => {
    const page = await opened.visit(PRIYA);
    for (let step = 0; step < 25; step += 1) {
      await page.keyboard.press("Tab");
      const [name, outlined] = await page.evaluate(focusShown);
      expect(outlined, name).toBe(true);
    }
  });

  test.each([320, 400, 1280])("at %i px nothing has to be scrolled sideways", async (width) => {
    for (const [name, where] of places()) {
      const page = await opened.visit(PRIYA, { ...where, width });
      const wide = await page.evaluate(widthOfAll);
      expect(wide, name).toBeLessThanOrEqual(width);
      await page.close();
    }
  });

  test("at 400 px the channels are behind a button, and a thread takes the place of the talk", async () => {
    const page = await opened.visit(PRIYA, { width: 400 });
    expect(await page.getByRole("navigation").isVisible()).toBe(false);
    await page.getByRole("button", { name: "Channels" }).click();
    await page.getByRole("button", { name: "Home" }).click();
    await page.getByRole("heading", { name: "Askwhy Home" }).waitFor();
    expect(await page.getByRole("navigation").isVisible()).toBe(false);
    await page.getByRole("button", { name: "Channels" }).click();
    await page.getByRole("button", { name: "checkout-planning" }).click();
    await page.getByRole("button", { name: "1 reply" }).click();
    await page.getByRole("textbox", { name: "Reply as Priya" }).waitFor();
    expect(await page.getByRole("main").isVisible()).toBe(false);
  });

  test("every control has a name, no id stands twice, and there is one main heading", async () => {
    for (const [name, where] of places()) {
      const page = await opened.visit(PRIYA, where);
      expect(await page.evaluate(namelessControls), name).toEqual([]);
      expect(await page.evaluate(repeatedIds), name).toEqual([]);
      expect(await page.getByRole("heading", { level: 1 }).count(), name).toBe(1);
      expect(await page.getByRole("log").count(), name).toBe(
        where.in === "home" ? 0 : name === "a thread" ? 2 : 1,
      );
      await page.close();
    }
    expect(await (await opened.visit(PRIYA)).locator("html").getAttribute("lang")).toBe("en");
  });

  test.each(["light", "dark"] as const)(
    "on %s ground all text has a contrast of 4.5 (WCAG AA)",
    async (colors) => {
      for (const [name, where] of places()) {
        const page = await opened.visit(PRIYA, { ...where, colors });
        expect(await page.evaluate(faintTexts), name).toEqual([]);
        await page.close();
      }
    },
  );
});

async function tabTo(page: Page, name: string): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    await page.keyboard.press("Tab");
    if ((await page.evaluate(focused)).includes(name)) return;
  }
  throw new Error(`“${name}” cannot be reached by Tab`);
}
