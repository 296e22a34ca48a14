import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { NOOR, PLANNING, PRIYA, SAM } from "../../src/playground/people.ts";
import { call } from "../playground/call.ts";
import { launchBrowser } from "./browser.ts";
import { open, type Opened } from "./opened.ts";

const browser = await launchBrowser();

describe.skipIf(browser === undefined)("the page of the playground", { timeout: 30_000 }, () => {
  let opened: Opened;
  beforeEach(async () => {
    opened = await open(browser!);
  });
  afterEach(() => opened.close());
  afterAll(() => browser?.close());

  test("what one says is seen by others at once", async () => {
    const [sam, priya] = [await opened.visit(SAM), await opened.visit(PRIYA)];
    await sam.getByRole("textbox", { name: "Message #checkout-planning as Sam" }).fill("about 3 weeks");
    await sam.keyboard.press("Enter");
    await priya.getByRole("log").getByRole("article", { name: /^Sam,/ }).getByText("about 3 weeks").waitFor();
    expect(opened.standIn.sees(PRIYA, PLANNING).at(-1)).toMatchObject({ user: SAM, text: "about 3 weeks" });
  });

  test("what was typed is shown as it was typed, and never as markup of the page", async () => {
    const page = await opened.visit(SAM);
    const typed = `<b>3 weeks</b> & <img src=x onerror="document.title='taken'"> javascript:alert(1)`;
    await page.getByRole("textbox", { name: /Message/ }).fill(typed);
    await page.keyboard.press("Enter");
    const said = page.getByRole("article", { name: /^Sam,/ });
    await said.waitFor();
    expect(await said.textContent()).toContain(typed);
    expect(await said.locator("b, img, a").count()).toBe(0);
    expect(await page.title()).toBe("Askwhy playground");
  });

  test("a private message is shown to its reader alone, and marked", async () => {
    const secret = "Does that include testing it end to end?";
    const args = { channel: PLANNING, user: PRIYA, text: secret };
    expect(await call(opened.standIn, "chat.postEphemeral", args)).toMatchObject({ ok: true });
    const priya = await opened.visit(PRIYA);
    const whisper = priya.getByRole("article", { name: /^Askwhy, .*only you can see this$/ });
    await whisper.getByText(secret).waitFor();
    await whisper.getByText("Only you can see this").waitFor();
    for (const other of [SAM, NOOR]) {
      const page = await opened.visit(other);
      await page.getByText("has joined the channel").waitFor();
      expect(await page.content()).not.toContain(secret);
    }
  });

  test("who one is can be changed, and what was private to the one before is gone", async () => {
    const secret = "What if the gateway is down?";
    await call(opened.standIn, "chat.postEphemeral", { channel: PLANNING, user: PRIYA, text: secret });
    const page = await opened.visit(PRIYA);
    await page.getByText(secret).waitFor();
    await page.getByRole("radio", { name: /Sam/ }).check();
    await page.getByRole("textbox", { name: "Message #checkout-planning as Sam" }).waitFor();
    expect(await page.getByText(secret).count()).toBe(0);
  });

  test("one's own message can be edited and deleted, another's cannot", async () => {
    opened.standIn.say({ user: SAM, channel: PLANNING, text: "2 weeks" });
    const page = await opened.visit(SAM);
    const message = page.getByRole("article", { name: /^Sam,/ });
    const choose = async (item: string) => {
      await message.hover();
      await message.getByRole("button", { name: "More about this message" }).click();
      await page.getByRole("menuitem", { name: item, exact: true }).click();
    };
    await choose("Edit");
    await page.getByRole("textbox", { name: "Edit your message" }).fill("5 weeks");
    await page.keyboard.press("Enter");
    await message.getByText("(edited)").waitFor();
    expect(opened.standIn.sees(SAM, PLANNING).at(-1)?.text).toBe("5 weeks");
    const priya = await opened.visit(PRIYA);
    await priya.getByRole("article", { name: /^Sam,/ }).hover();
    await priya.getByRole("button", { name: "More about this message" }).click();
    expect(await priya.getByRole("menuitem").allTextContents()).toEqual([
      "Ask whyAskwhy",
      "What would I be asked?Askwhy",
      "What was read, and why",
      "Copy link",
    ]);
    await choose("Delete");
    await message.waitFor({ state: "detached" });
  });

  test("a reply stands in the thread, and beside the talk only when it was sent there too", async () => {
    opened.standIn.say({ user: SAM, channel: PLANNING, text: "2 weeks" });
    const page = await opened.visit(PRIYA);
    await page.getByRole("article", { name: /^Sam,/ }).hover();
    await page.getByRole("button", { name: "Reply" }).click();
    const thread = page.getByRole("complementary", { name: "Thread" });
    await thread.getByRole("textbox", { name: "Reply as Priya" }).fill("with tests?");
    await page.keyboard.press("Enter");
    await thread.getByText("with tests?").waitFor();
    await page.getByRole("main").getByRole("button", { name: "1 reply" }).waitFor();
    expect(await page.getByRole("main").getByText("with tests?").count()).toBe(0);
  });

  test("the wait for quiet can be skipped", async () => {
    opened.standIn.say({ user: SAM, channel: PLANNING, text: "2 weeks" });
    const before = opened.standIn.clock.now();
    const page = await opened.visit(SAM);
    await page.getByRole("button", { name: "Skip the wait" }).click();
    await page.getByRole("button", { name: "Skip the wait" }).waitFor({ state: "detached" });
    expect(opened.standIn.clock.now() - before).toBeGreaterThanOrEqual(45_000);
  });

  test("the drawer shows what was read in one message", async () => {
    const ts = opened.standIn.say({ user: SAM, channel: PLANNING, text: "took 3 weeks" });
    const line = { label: "struck out", text: "“3 weeks”: it is past" };
    const about = { at: opened.standIn.clock.now(), channel: PLANNING, step: "read" };
    opened.traces.push({ ...about, ts, lines: [line] }, { ...about, ts: "1.000001", lines: [] });
    const page = await opened.visit(PRIYA);
    await page.getByRole("article", { name: /^Sam,/ }).hover();
    await page.getByRole("button", { name: "More about this message" }).click();
    await page.getByRole("menuitem", { name: "What was read, and why" }).click();
    const drawer = page.getByRole("complementary", { name: "What was read, and why" });
    expect(await drawer.getByRole("heading", { level: 3 }).count()).toBe(1);
    expect(await drawer.getByRole("definition").allTextContents()).toEqual([line.text]);
  });

  test("a ready thread is played with one click", async () => {
    const page = await opened.visit(PRIYA);
    await page.getByRole("button", { name: /^Checkout on a new gateway/ }).click();
    await page.getByRole("article", { name: /^Sam,/ }).getByText("about 3 weeks").waitFor();
  });

  test("Home and direct messages say whose they are", async () => {
    const view = { type: "home", blocks: [{ type: "header", text: { type: "plain_text", text: "Mine" } }] };
    await call(opened.standIn, "views.publish", { user_id: PRIYA, view });
    const page = await opened.visit(PRIYA, { in: "home" });
    await page.getByRole("heading", { name: "Mine" }).waitFor();
    await page.getByText("Only you, Priya, can see this").waitFor();
    await page.getByRole("button", { name: "Direct messages" }).click();
    await page.getByText("Between you and Askwhy").waitFor();
  });
});
