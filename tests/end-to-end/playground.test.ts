import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../browser/browser.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const ESTIMATE = "checkout on the new gateway, about 3 weeks";

const browser: Browser | undefined = await launchBrowser();

/** `npm start` without Slack tokens, as a newcomer runs it, but without opening a browser of its own. */
async function startPlayground(): Promise<{ process: ChildProcess; url: string }> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", join(ROOT, "src/cli.ts"), "playground", "--no-open", "--port", "0"],
    {
      cwd: ROOT,
      env: {
        PATH: process.env["PATH"] ?? "",
        HOME: process.env["HOME"] ?? "",
        DOTENV_CONFIG_PATH: "/nonexistent",
      },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  let output = "";
  for await (const chunk of child.stdout) {
    output += String(chunk);
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
    if (url !== undefined) return { process: child, url };
  }
  throw new Error(`the playground did not open:\n${output}`);
}

/** Something to wait for, and what makes it come. */
function signal(): [Promise<void>, () => void] {
  let come = () => {};
  return [new Promise<void>((resolve) => (come = resolve)), () => come()];
}

describe.skipIf(browser === undefined)("the story in a browser (needs chromium)", () => {
  let playground: Awaited<ReturnType<typeof startPlayground>>;
  let page: Page;
  beforeAll(async () => {
    playground = await startPlayground();
    page = await (browser as Browser).newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(20_000);
    await page.goto(playground.url);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    const exited = once(playground.process, "exit");
    playground.process.kill("SIGTERM");
    await exited;
  });

  const become = async (name: string) => {
    await page.getByRole("radio", { name: new RegExp(`^${name}`) }).check();
    await page.getByRole("textbox", { name: `Message #checkout-planning as ${name}` }).waitFor();
  };
  const say = async (text: string) => {
    await page.getByRole("textbox", { name: /^Message #checkout-planning/ }).fill(text);
    await page.keyboard.press("Enter");
  };
  const privately = () => page.getByRole("article", { name: /only you can see this/ });
  const skipTheWait = () => page.getByRole("button", { name: "Skip the wait" }).click();

  test(
    "an estimate, a private question, asked, dodged, asked again, answered",
    { timeout: 90_000 },
    async () => {
      await become("Sam");
      await say(ESTIMATE);
      await page.getByRole("article", { name: /^Sam/ }).getByText(ESTIMATE).waitFor();
      await skipTheWait();

      await become("Priya");
      const suggestion = privately().filter({ has: page.getByRole("button", { name: "Ask in thread" }) });
      await suggestion.waitFor();
      expect(await suggestion.textContent()).toContain(ESTIMATE);
      await become("Sam");
      expect(await page.getByRole("button", { name: "Ask in thread" }).count()).toBe(0);

      await become("Priya");
      await suggestion.getByRole("button", { name: "Why ask?" }).click();
      const why = page.getByRole("dialog", { name: "Why ask?" });
      await why.getByText(/A good answer, about other work/).waitFor();
      await page.keyboard.press("Escape");
      await why.waitFor({ state: "detached" });

      await suggestion.getByRole("button", { name: "Ask in thread" }).click();
      const form = page.getByRole("dialog", { name: "Ask in thread" });
      await form
        .getByRole("textbox", { name: "Your question" })
        .fill("Does that include testing it with the gateway?");
      await form.getByRole("button", { name: "Ask", exact: true }).click();
      await form.waitFor({ state: "detached" });

      await become("Sam");
      await page.getByRole("button", { name: "1 reply" }).click();
      await page.getByText("Does that include testing it with the gateway?").first().waitFor();
      const reply = page.getByRole("textbox", { name: /^Reply/ });
      await reply.fill("should be fine");
      await page.keyboard.press("Enter");
      await become("Priya");
      await skipTheWait();
      await page
        .getByText(/Your question is/)
        .first()
        .waitFor();
      await page.getByRole("button", { name: "Ask that" }).click();
      await page
        .getByRole("dialog", { name: "Ask in thread" })
        .getByRole("button", { name: "Ask", exact: true })
        .click();

      await become("Sam");
      await page
        .getByRole("textbox", { name: /^Reply/ })
        .fill("no, that is not included, add three days on staging");
      await page.keyboard.press("Enter");
      await become("Priya");
      await skipTheWait();
      await page.getByRole("button", { name: "Home" }).click();
      await page.getByText("add three days on staging").waitFor();
    },
  );

  test(
    "what was asked for earlier does not replace what was told of since",
    { timeout: 60_000 },
    async () => {
      await page.getByRole("button", { name: "checkout-planning" }).first().click();
      await become("Sam");
      const [looked, hasLooked] = signal();
      const [free, letGo] = signal();
      await page.route("**/page/seen*", async (route) => {
        const response = await route.fetch();
        hasLooked();
        await free;
        await route.fulfill({ response });
      });
      await say("the search rework is 2 weeks");
      await skipTheWait();
      await looked;
      await say("and I start tomorrow");
      const since = page.getByRole("article", { name: /^Sam/ }).getByText("and I start tomorrow");
      await since.waitFor();
      const answered = page.waitForResponse("**/page/seen*");
      letGo();
      await (await answered).finished();
      await page.unrouteAll({ behavior: "wait" });
      await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
      expect(await since.count()).toBe(1);
    },
  );

  test("/askwhy in the message box answers its reader alone", { timeout: 60_000 }, async () => {
    await page.getByRole("button", { name: "checkout-planning" }).first().click();
    await say("/askwhy help");
    await privately().getByText("/askwhy settings").waitFor();
    await become("Theo");
    expect(await page.getByText("/askwhy settings").count()).toBe(0);
  });

  test("the page sends nothing anywhere but to this machine", async () => {
    const elsewhere: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(playground.url)) elsewhere.push(request.url());
    });
    await page.reload();
    await page.getByRole("textbox", { name: /^Message/ }).waitFor();
    expect(elsewhere).toEqual([]);
  });
});
