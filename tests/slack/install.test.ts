import { createHmac } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import { PLANNING, PRIYA, SAM } from "../../src/playground/people.ts";
import { CLIENT_ID, CLIENT_SECRET, SIGNING_SECRET } from "../../src/playground/stand-in/app.ts";
import { SCOPES } from "../../src/manifest.ts";
import { optIn, whispered } from "../end-to-end/acting.ts";
import { comeBack, install, openInstallPage } from "../end-to-end/installing.ts";
import { openTwo, type Two } from "./two-workspaces.ts";

let two: Two | undefined;
afterEach(() => two?.close());
const open = async () => (two = await openTwo({ installed: false }));

const exchanges = ({ harbour }: Two) => harbour.calls.filter(({ method }) => method === "oauth.v2.access");

/** Whether a message of this workspace is looked at: its author's name is asked for only then. */
async function isServed({ harbour }: Two): Promise<boolean> {
  harbour.openHome(PRIYA);
  await harbour.settled();
  return harbour.home(PRIYA) !== null;
}

describe("the install page", () => {
  test("leads to Slack, with every scope and a state that is bound to this browser", async () => {
    const { url } = await open();
    const { response, page, slack, state } = await openInstallPage(url);
    expect(response.status).toBe(200);
    expect(`${slack.origin}${slack.pathname}`).toBe("https://slack.com/oauth/v2/authorize");
    expect(slack.searchParams.get("client_id")).toBe(CLIENT_ID);
    expect(slack.searchParams.get("scope")).toBe(Object.keys(SCOPES).join(","));
    const cookie = response.headers.get("set-cookie") ?? "";
    expect(cookie).toContain(`=${state};`);
    for (const word of ["Secure", "HttpOnly", "Max-Age=600"]) expect(cookie).toContain(word);
    for (const reason of Object.keys(SCOPES)) expect(page).toContain(reason);
    for (const secret of [CLIENT_SECRET, SIGNING_SECRET, "any-random-text"])
      expect(page).not.toContain(secret);
  });

  test("loads nothing, is not framed, and is not kept by caches", async () => {
    const { url } = await open();
    const { headers } = (await openInstallPage(url)).response;
    expect(headers.get("content-security-policy")).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
  });
});

describe("on the way back", () => {
  test("it is installed, and the page says what to do next", async () => {
    const here = await open();
    expect(await isServed(here)).toBe(false);
    const done = await install(here.url, here.harbour);
    const page = await done.text();
    expect(done.status).toBe(200);
    expect(done.headers.get("content-security-policy")).toContain("default-src 'none'");
    for (const words of ["/invite @askwhy", "app_redirect?app=A0ASKWHY&amp;team=T0HARBOUR"]) {
      expect(page).toContain(words);
    }
    expect(page).not.toContain("xoxb");
    expect(await isServed(here)).toBe(true);
  });

  type Back = { readonly query: Record<string, string>; readonly cookie: string };
  const FORGED: readonly (readonly [string, (genuine: Back, other: Back) => Back])[] = [
    ["without the cookie", ({ query }) => ({ query, cookie: "" })],
    ["with another browser's cookie", ({ query }, { cookie }) => ({ query, cookie })],
    [
      "with another browser's state",
      ({ cookie, query }, other) => ({ cookie, query: { ...query, state: other.query["state"] ?? "" } }),
    ],
    ["without a state", ({ query, cookie }) => ({ query: { code: query["code"] ?? "" }, cookie })],
    ["without a code", ({ query, cookie }) => ({ query: { state: query["state"] ?? "" }, cookie })],
    ["with an altered state", ({ query, cookie }) => withState(query, cookie, `${query["state"] ?? ""}x`)],
    [
      "with a state somebody else signed",
      ({ query, cookie }) => withState(query, cookie, signedBy("another-secret-of-some-length")),
    ],
    ["with a state that is signed by nobody", ({ query, cookie }) => withState(query, cookie, unsigned())],
    [
      "with a state from long ago",
      ({ query, cookie }) => withState(query, cookie, signedBy("any-random-text-of-some-length", 11 * 60)),
    ],
    ["with nothing at all", () => ({ query: {}, cookie: "" })],
  ];

  test.each(FORGED)("%s nothing is installed", async (_what, forge) => {
    const here = await open();
    const back = async (): Promise<Back> => {
      const { state, cookie } = await openInstallPage(here.url);
      return { query: { code: here.harbour.allow(), state }, cookie };
    };
    const { query, cookie } = forge(await back(), await back());
    const response = await comeBack(here.url, query, cookie);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("Begin again");
    expect(exchanges(here)).toEqual([]);
    expect(await isServed(here)).toBe(false);
  });

  test("a code works once", async () => {
    const here = await open();
    const { state, cookie } = await openInstallPage(here.url);
    const query = { code: here.harbour.allow(), state };
    expect((await comeBack(here.url, query, cookie)).status).toBe(200);
    const again = await comeBack(here.url, query, cookie);
    expect(again.status).toBe(500);
    expect(await again.text()).toContain("could not be added");
    expect(await isServed(here)).toBe(true);
  });

  test("who cancelled in Slack is told that nothing was changed", async () => {
    const here = await open();
    const { state, cookie } = await openInstallPage(here.url);
    const response = await comeBack(here.url, { error: "access_denied", state }, cookie);
    expect(await response.text()).toContain("You cancelled in Slack, and nothing was changed");
    expect(exchanges(here)).toEqual([]);
  });

  test("a whole organisation is refused, and its token given back", async () => {
    const here = await open();
    const { state, cookie } = await openInstallPage(here.url);
    const code = here.harbour.allow({ organisation: true });
    const response = await comeBack(here.url, { code, state }, cookie);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain("workspace by workspace");
    expect(here.harbour.calls.filter(({ method }) => method === "auth.revoke")).toMatchObject([{ ok: true }]);
    expect(await isServed(here)).toBe(false);
  });

  test.each([
    ["Slack is unwell", { how: "refuse", error: "internal_error" }],
    ["Slack refuses the client secret", { how: "refuse", error: "bad_client_secret" }],
    ["Slack's answer breaks off", { how: "half-body" }],
  ] as const)("where %s it says so, and a second try works", async (_what, fault) => {
    const here = await open();
    here.harbour.misbehave({ on: "call", method: "oauth.v2.access", ...fault, times: 3 });
    const response = await install(here.url, here.harbour);
    expect(response.status).toBe(500);
    expect(await response.text()).toContain("could not be added");
    expect(here.log()).toMatch(
      new RegExp(`"reason":"${"error" in fault ? fault.error : "slack_oauth_unknown_error"}"`),
    );
    here.harbour.behave();
    expect((await install(here.url, here.harbour)).status).toBe(200);
    expect(await isServed(here)).toBe(true);
  });

  test("installed again, it keeps what it has, and goes on with the token it was given", async () => {
    const here = await open();
    const { harbour } = here;
    await install(here.url, harbour);
    await optIn(harbour);
    // The first token ends without a word to the bot: with it, every call from now on would be refused.
    harbour.world.installing.withdraw(harbour.world.app.botToken);
    expect((await install(here.url, harbour)).status).toBe(200);
    const before = harbour.calls.length;
    harbour.say({ user: SAM, channel: PLANNING, text: "checkout on the new gateway, about 3 weeks" });
    // It still knows who is the PM here, and reaches her.
    await whispered(harbour, PRIYA, PLANNING, "the 3 weeks");
    const since = harbour.calls.slice(before);
    expect(since.map(({ method }) => method)).toContain("chat.postEphemeral");
    expect(since.filter(({ ok }) => !ok)).toEqual([]);
  });

  test("what the log tells of all this holds no token, code, state or secret", async () => {
    const here = await open();
    await install(here.url, here.harbour);
    const { state, cookie } = await openInstallPage(here.url);
    const code = here.harbour.allow();
    await comeBack(here.url, { code: "forged-code", state }, cookie);
    await comeBack(here.url, { code, state: "forged" }, cookie);
    expect(here.log()).toContain("a workspace has installed the bot");
    expect(here.log()).toContain("an installation failed");
    for (const secret of ["xoxb", code, "forged", state, CLIENT_SECRET])
      expect(here.log()).not.toContain(secret);
  });
});

function withState(query: Record<string, string>, cookie: string, state: string) {
  const name = cookie.split("=")[0] ?? "";
  return { query: { ...query, state }, cookie: `${name}=${state}` };
}

const part = (what: object) => Buffer.from(JSON.stringify(what)).toString("base64url");
const payload = (secondsAgo = 0) =>
  part({ installOptions: { scopes: [] }, now: new Date(Date.now() - secondsAgo * 1000).toJSON(), random: 1 });

/** A state as Bolt makes them, a JSON Web Token, but by whom and when we like. */
function signedBy(secret: string, secondsAgo = 0): string {
  const text = `${part({ alg: "HS256", typ: "JWT" })}.${payload(secondsAgo)}`;
  return `${text}.${createHmac("sha256", secret).update(text).digest("base64url")}`;
}

const unsigned = () => `${part({ alg: "none", typ: "JWT" })}.${payload()}.`;
