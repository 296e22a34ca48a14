import { request } from "node:http";
import { describe, expect, test } from "vitest";
import { MIKA, OLA, PLANNING, PRICING, PRIYA, SAM, THEO } from "../../src/playground/people.ts";
import { READY_THREADS } from "../../src/playground/ready-threads.ts";
import { servePage } from "../../src/playground/server.ts";
import { BOT_TOKEN } from "../../src/playground/stand-in/app.ts";
import type { StandIn } from "../../src/playground/stand-in/stand-in.ts";
import { PATHS, type Deed, type Done, type Snapshot, type Trace } from "../../src/playground/wire.ts";
import { call } from "./call.ts";
import { started } from "./started.ts";

const TRACE: Trace = {
  at: 0,
  channel: PLANNING,
  ts: "1.000000",
  step: "read",
  lines: [{ label: "estimate", text: "3 weeks" }],
};

async function withPage(): Promise<StandIn> {
  const standIn = await started();
  servePage(standIn, { html: "<title>Askwhy</title>", js: "0;", css: "" }, () => [TRACE]);
  return standIn;
}

async function seen(standIn: StandIn, as: string): Promise<Snapshot> {
  return (await (await fetch(`${standIn.url}${PATHS.seen}?as=${as}`)).json()) as Snapshot;
}

async function act(standIn: StandIn, deed: Deed, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(standIn.url + PATHS.do, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(deed),
  });
}

const done = async (standIn: StandIn, deed: Deed) => (await (await act(standIn, deed)).json()) as Done;

describe("what the page is told", () => {
  test("is what its reader sees, and no more", async () => {
    const standIn = await withPage();
    await call(standIn, "chat.postEphemeral", { channel: PLANNING, user: PRIYA, text: "for Priya" });
    await call(standIn, "chat.postMessage", { channel: PRIYA, text: "good morning, Priya" });
    standIn.say({ user: SAM, channel: PRICING, text: "behind closed doors" });
    const [priya, theo, ola] = await Promise.all([PRIYA, THEO, OLA].map((reader) => seen(standIn, reader)));
    expect(JSON.stringify(priya)).toMatch(/for Priya.*good morning, Priya/s);
    expect(priya?.channels.map(({ name }) => name)).toContain("pricing-next");
    expect(JSON.stringify(theo)).not.toMatch(/for Priya|good morning|behind closed doors|pricing-next/);
    expect(ola?.channels.map(({ name }) => name)).toEqual(["kestrel-launch"]);
    expect(theo?.traces).toEqual([TRACE]);
  });

  test("comes again with every change", async () => {
    const standIn = await withPage();
    const stream = await fetch(`${standIn.url}${PATHS.changes}?as=${MIKA}`);
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    const until = async (words: string) => {
      while (!text.includes(words) || !text.endsWith("\n\n")) text += (await reader?.read())?.value ?? "";
    };
    await until('"reader":"U0MIKA"');
    standIn.say({ user: SAM, channel: PLANNING, text: "eleven sprints" });
    await until("eleven sprints");
    const last = text.trimEnd().split("\n\n").at(-1) ?? "";
    expect((JSON.parse(last.slice("data: ".length)) as Snapshot).messages[PLANNING]?.at(-1)?.user).toBe(SAM);
    await reader?.cancel();
  });
});

describe("what the page does", () => {
  test("speaks as somebody, as they typed it", async () => {
    const standIn = await withPage();
    const said = await done(standIn, { as: SAM, do: "say", channel: PLANNING, text: "@Priya <3 weeks" });
    expect(said).toEqual({ ok: true, ts: expect.any(String) });
    expect(standIn.sees(PRIYA, PLANNING).at(-1)).toMatchObject({
      user: SAM,
      text: `<@${PRIYA}> &lt;3 weeks`,
    });
  });

  test.each(READY_THREADS.map((ready) => [ready.title, ready] as const))(
    "plays %s",
    async (_title, ready) => {
      const standIn = await withPage();
      expect(await done(standIn, { as: MIKA, do: "play", ready: ready.id })).toEqual({ ok: true });
      const [first, ...rest] = standIn
        .sees(PRIYA, ready.channel)
        .filter((message) => message.notice !== true);
      expect(first?.replies).toBe(ready.lines.length - 1);
      expect([first, ...rest].map((message) => message?.user)).toEqual(ready.lines.map(({ by }) => by));
      expect(rest.every((message) => message.thread === first?.ts)).toBe(true);
    },
  );

  test("moves the clock on and sets presence", async () => {
    const standIn = await withPage();
    const to = standIn.clock.now() + 3_600_000;
    await done(standIn, { as: PRIYA, do: "move-clock", to });
    await done(standIn, { as: PRIYA, do: "presence", presence: "away" });
    const { now, people } = await seen(standIn, MIKA);
    expect(now).toBeGreaterThanOrEqual(to);
    expect(people.find(({ id }) => id === PRIYA)?.presence).toBe("away");
  });

  test.each([
    ["speak in a closed channel", { as: THEO, do: "say", channel: PRICING, text: "hi" }],
    ["press what is gone", { as: PRIYA, do: "press", surface: { on: "home" }, block: "a", action: "b" }],
    ["use a command where they are not", { as: THEO, do: "command", channel: PRICING, text: "/askwhy" }],
    ["use a command there is none of", { as: PRIYA, do: "command", channel: PLANNING, text: "/ask" }],
    ["play what is not there", { as: PRIYA, do: "play", ready: "hamlet" }],
    ["be nobody", { as: "U0NOBODY", do: "open-home" }],
    ["do the unheard-of", { as: PRIYA, do: "fly" } as never],
    ["do what objects do", { as: PRIYA, do: "constructor" } as never],
  ] as [string, Deed][])("cannot %s, and is told so", async (_what, deed) => {
    const standIn = await withPage();
    expect(await done(standIn, deed)).toEqual({ ok: false, error: expect.any(String) });
  });
});

test("the page itself comes with a policy that lets nothing in from elsewhere", async () => {
  const standIn = await withPage();
  const page = await fetch(`${standIn.url}/`);
  expect(await page.text()).toContain("<title>Askwhy</title>");
  expect(page.headers.get("content-security-policy")).toContain("default-src 'self'");
  expect(await (await fetch(`${standIn.url}/page.js`)).text()).toBe("0;");
  expect((await fetch(`${standIn.url}/elsewhere`)).status).toBe(404);
});

describe("who may talk to it", () => {
  const deed: Deed = { as: PRIYA, do: "say", channel: PLANNING, text: "forged" };

  test("no page of another site: neither by origin nor by a form", async () => {
    const standIn = await withPage();
    expect((await act(standIn, deed, { origin: "https://elsewhere.example" })).status).toBe(403);
    for (const type of [
      "text/plain",
      "application/jsonx",
      "application/json-seq",
      "text/plain;application/json",
    ])
      expect((await act(standIn, deed, { "content-type": type })).status, type).toBe(403);
    expect(JSON.stringify(await seen(standIn, PRIYA))).not.toContain("forged");
    expect((await act(standIn, deed, { origin: standIn.url })).status).toBe(200);
  });

  test("and none may call the Web API either", async () => {
    const standIn = await withPage();
    const response = await fetch(`${standIn.apiUrl}chat.postMessage`, {
      method: "POST",
      headers: { origin: "https://elsewhere.example" },
      body: new URLSearchParams({ token: BOT_TOKEN, channel: PLANNING, text: "forged" }),
    });
    expect(response.status).toBe(403);
    expect(standIn.public()).toEqual([]);
  });

  /** The status of a request whose path and headers are sent as they are written. */
  const asked = (standIn: StandIn, path: string, headers: Record<string, string>, method = "GET") =>
    new Promise((resolve, reject) => {
      const sent = request({ host: "127.0.0.1", port: new URL(standIn.url).port, path, headers, method });
      sent.once("response", (response) => resolve(response.resume().statusCode));
      sent.once("error", reject);
      sent.end();
    });
  const crossSite = (mode: string, dest: string) => ({
    "sec-fetch-site": "cross-site",
    "sec-fetch-mode": mode,
    "sec-fetch-dest": dest,
  });
  const forged = `/api/chat.postMessage?${new URLSearchParams({ token: BOT_TOKEN, channel: PLANNING, text: "forged" }).toString()}`;

  test("an image on a page of another site does not speak for the bot, nor does a link", async () => {
    const standIn = await withPage();
    expect(await asked(standIn, forged, crossSite("no-cors", "image"))).toBe(403);
    expect(await asked(standIn, forged, crossSite("no-cors", "image"), "POST")).toBe(403);
    expect(
      await asked(standIn, forged, { ...crossSite("no-cors", "image"), "sec-fetch-site": "same-site" }),
    ).toBe(403);
    expect(await asked(standIn, forged, crossSite("navigate", "document"))).toBe(405);
    expect(await asked(standIn, forged, crossSite("navigate", "document"), "POST")).toBe(403);
    expect(await asked(standIn, forged, {})).toBe(405);
    expect(await asked(standIn, "/respond/0/x", {})).toBe(405);
    expect(standIn.public()).toEqual([]);
  });

  test.each([PATHS.seen, PATHS.changes, "/page.js", "/"])(
    "%s is no part of another site's page",
    async (path) => {
      const standIn = await withPage();
      expect(await asked(standIn, `${path}?as=${PRIYA}`, crossSite("no-cors", "script"))).toBe(403);
      expect(await asked(standIn, `${path}?as=${PRIYA}`, crossSite("navigate", "iframe"))).toBe(403);
    },
  );

  test("a link to it may be followed from anywhere", async () => {
    const standIn = await withPage();
    expect(await asked(standIn, "/", crossSite("navigate", "document"))).toBe(200);
  });

  test.each(["//", "//[", "http://[", "*", "/%", "/page/seen//["])(
    "a request for %s ends nothing",
    async (path) => {
      const standIn = await withPage();
      await asked(standIn, path, { host: "elsewhere.example", origin: "https://elsewhere.example" });
      await asked(standIn, path, {});
      expect(await asked(standIn, "/", {})).toBe(200);
    },
  );

  test.each(["/", PATHS.seen, "/api/auth.test", "/respond/x"])(
    "%s not under a foreign name",
    async (path) => {
      const standIn = await withPage();
      expect(await asked(standIn, path, { host: "rebound.example" })).toBe(403);
    },
  );
});
