import { describe, expect, test } from "vitest";
import { PLANNING, PRIYA } from "../../src/playground/people.ts";
import { APP_TOKEN, BOT_TOKEN } from "../../src/playground/stand-in/app.ts";
import type { StandIn } from "../../src/playground/stand-in/stand-in.ts";
import { call } from "./call.ts";
import { started } from "./started.ts";

const post = (standIn: StandIn) => call(standIn, "chat.postMessage", { channel: PLANNING, text: "asked" });

function raw(standIn: StandIn, signal?: AbortSignal): Promise<Response> {
  return fetch(`${standIn.apiUrl}chat.postMessage`, {
    method: "POST",
    headers: { authorization: `Bearer ${BOT_TOKEN}`, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ channel: PLANNING, text: "asked" }),
    ...(signal === undefined ? {} : { signal }),
  });
}

describe("faults asked for", () => {
  test("rate limit: 429 with Retry-After, nothing done, as often as asked", async () => {
    const standIn = await started();
    standIn.misbehave({ on: "call", method: "chat.postMessage", how: "rate-limit", retryAfter: 7, times: 2 });
    for (let round = 0; round < 2; round += 1) {
      const response = await raw(standIn);
      expect([response.status, response.headers.get("retry-after")]).toEqual([429, "7"]);
    }
    expect(standIn.public()).toEqual([]);
    expect((await raw(standIn)).status).toBe(200);
  });

  test("500: nothing done, and other methods go on", async () => {
    const standIn = await started();
    standIn.misbehave({ on: "call", method: "chat.postMessage", how: "error-500" });
    expect(await call(standIn, "auth.test")).toMatchObject({ ok: true });
    expect((await raw(standIn)).status).toBe(500);
    expect(standIn.public()).toEqual([]);
  });

  test("hang: no answer, nothing done", async () => {
    const standIn = await started();
    standIn.misbehave({ on: "call", method: "*", how: "hang" });
    const given = new AbortController();
    const asking = raw(standIn, given.signal);
    await standIn.until(() => standIn.calls.find((each) => each.error === "hang"));
    given.abort();
    await expect(asking).rejects.toThrow();
    expect(standIn.public()).toEqual([]);
  });

  test.each(["half-body", "lose-answer"] as const)(
    "%s: done, but the answer does not arrive",
    async (how) => {
      const standIn = await started();
      standIn.misbehave({ on: "call", method: "chat.postMessage", how });
      await expect(raw(standIn).then((response) => response.json())).rejects.toThrow();
      expect(standIn.public()).toMatchObject([{ text: "asked" }]);
    },
  );

  test("refuse: with the error asked for", async () => {
    const standIn = await started();
    standIn.misbehave({ on: "call", method: "chat.postMessage", how: "refuse", error: "account_inactive" });
    expect(await post(standIn)).toEqual({ ok: false, error: "account_inactive" });
  });

  test("by chance, and none any more after behave", async () => {
    const rolls = [0.9, 0.1];
    const standIn = await started({ random: () => rolls.shift() ?? 1 });
    standIn.misbehave({
      on: "call",
      method: "chat.postMessage",
      how: "refuse",
      error: "fatal_error",
      chance: 0.5,
      times: 9,
    });
    expect((await post(standIn)).ok).toBe(true);
    expect((await post(standIn)).error).toBe("fatal_error");
    rolls.push(0.1);
    standIn.behave();
    expect((await post(standIn)).ok).toBe(true);
  });
});

describe("who may call what", () => {
  test.each([
    ["an unknown token", "auth.test", "xoxb-of-somebody-else", "invalid_auth"],
    ["the app's token on the bot's method", "chat.postMessage", APP_TOKEN, "not_allowed_token_type"],
    ["the bot's token on the app's method", "apps.connections.open", BOT_TOKEN, "not_allowed_token_type"],
    ["a method there is none of", "chat.postEverywhere", BOT_TOKEN, "unknown_method"],
  ])("%s", async (_what, method, token, error) => {
    const standIn = await started();
    expect(await call(standIn, method, {}, token)).toMatchObject({ ok: false, error });
  });

  test("a scope the manifest does not ask for is missing", async () => {
    const standIn = await started({
      manifest: { oauth_config: { scopes: { bot: ["chat:write"] } } },
    });
    expect(await call(standIn, "users.info", { user: PRIYA })).toMatchObject({
      error: "missing_scope",
      needed: "users:read",
      provided: "chat:write",
    });
  });

  test("auth.test tells the scopes in a header", async () => {
    const standIn = await started();
    const response = await fetch(`${standIn.apiUrl}auth.test`, {
      method: "POST",
      headers: { authorization: `Bearer ${BOT_TOKEN}` },
    });
    expect(response.headers.get("x-oauth-scopes")?.split(",")).toContain("chat:write");
  });
});
