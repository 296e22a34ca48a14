import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PRICING, PRIYA, SAM, TEAM } from "../../src/playground/people.ts";
import { SIGNING_SECRET } from "../../src/playground/stand-in/app.ts";
import { privateTo } from "../end-to-end/acting.ts";
import { openTwo, type Two } from "./two-workspaces.ts";

describe("requests that are not Slack's, or not of now", () => {
  let two: Two;
  beforeAll(async () => {
    two = await openTwo();
  });
  afterAll(() => two.close());

  const now = () => Math.floor(Date.now() / 1000);
  const EVENT = JSON.stringify({
    type: "event_callback",
    team_id: TEAM.id,
    event: { type: "app_home_opened", user: PRIYA, tab: "home" },
  });
  const sign = (body: string, at: string, secret = SIGNING_SECRET, version = "v0") =>
    `${version}=${createHmac("sha256", secret).update(`${version}:${at}:${body}`).digest("hex")}`;

  type Request = {
    readonly body?: string;
    readonly at?: string;
    readonly signature?: string;
    readonly method?: string;
  };
  const send = ({ body = EVENT, at, signature, method = "POST" }: Request) =>
    fetch(`${two.url}/slack/events`, {
      method,
      ...(method === "POST" && { body }),
      headers: {
        "content-type": "application/json",
        ...(at !== undefined && { "x-slack-request-timestamp": at }),
        ...(signature !== undefined && { "x-slack-signature": signature }),
      },
    });

  test.each<[string, () => Request, number]>([
    [
      "another secret",
      () => ({ at: String(now()), signature: sign(EVENT, String(now()), "another-secret") }),
      401,
    ],
    ["no signature", () => ({ at: String(now()) }), 401],
    ["an empty signature", () => ({ at: String(now()), signature: "" }), 401],
    ["no time", () => ({ signature: sign(EVENT, String(now())) }), 401],
    ["a time that is none", () => ({ at: "soon", signature: sign(EVENT, "soon") }), 401],
    [
      "signed over five minutes ago",
      () => ({ at: String(now() - 301), signature: sign(EVENT, String(now() - 301)) }),
      401,
    ],
    [
      "another time than the signed one",
      () => ({ at: String(now()), signature: sign(EVENT, String(now() - 9)) }),
      401,
    ],
    [
      "another body than the signed one",
      () => ({ body: EVENT.replace(PRIYA, SAM), at: String(now()), signature: sign(EVENT, String(now())) }),
      401,
    ],
    [
      "a signature of another version",
      () => ({ at: String(now()), signature: sign(EVENT, String(now()), SIGNING_SECRET, "v1") }),
      401,
    ],
    [
      "half a signature",
      () => ({ at: String(now()), signature: sign(EVENT, String(now())).slice(0, 20) }),
      401,
    ],
    [
      "more after the signature",
      () => ({ at: String(now()), signature: `${sign(EVENT, String(now()))}=` }),
      401,
    ],
    [
      "the signature in capitals",
      () => ({ at: String(now()), signature: sign(EVENT, String(now())).toUpperCase().replace("V", "v") }),
      401,
    ],
    ["no POST", () => ({ method: "GET" }), 404],
  ])("%s", async (_what, request, status) => {
    expect((await send(request())).status).toBe(status);
    expect(two.harbour.home(PRIYA)).toBeNull();
  });

  test("a replayed press or command is refused with 401", async () => {
    const body = new URLSearchParams({
      command: "/askwhy",
      team_id: TEAM.id,
      channel_id: PRICING,
      user_id: PRIYA,
      text: "help",
      response_url: two.harbour.world.responseUrls.make({ user: PRIYA, channel: PRICING }),
    }).toString();
    const at = String(now());
    const again = (tail = "") =>
      fetch(`${two.url}/slack/events`, {
        method: "POST",
        body,
        headers: {
          "content-type": "application/x-www-form-urlencoded",
          "x-slack-request-timestamp": at,
          "x-slack-signature": sign(body, at) + tail,
        },
      });
    expect((await again()).status).toBe(200);
    for (const tail of ["", "=", "=1", "=x=y", " ", ", v0=1"])
      expect((await again(tail)).status, tail).toBe(401);
    await two.harbour.until(() => privateTo(two.harbour, PRIYA, PRICING).length === 1);
  });

  test("what is signed and of now is heard", async () => {
    const at = String(now());
    expect((await send({ at, signature: sign(EVENT, at) })).status).toBe(200);
    expect(two.harbour.home(PRIYA)).not.toBeNull();
  });
});
