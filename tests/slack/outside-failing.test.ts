import { beforeEach, describe, expect, test } from "vitest";
import { OutsideError } from "../../src/telling/outside.ts";
import {
  anew,
  clock,
  down,
  HANDLE,
  limited,
  NOTE,
  outside,
  PLACE,
  PRIYA,
  replies,
  type Reply,
  slack,
  to,
} from "./answering-slack.ts";

beforeEach(anew);

describe("when Slack does not do it", () => {
  const failure = async (reply: Reply): Promise<OutsideError> => {
    replies["chat.postEphemeral"] = [reply];
    const error: unknown = await slack()
      .whisper(PRIYA, NOTE)
      .catch((reason: unknown) => reason);
    if (!(error instanceof OutsideError)) throw new Error("no OutsideError");
    return error;
  };
  const refused = Object.assign(new TypeError("fetch failed"), {
    cause: Object.assign(new Error("no"), { code: "ECONNREFUSED" }),
  });
  const cut = Object.assign(new TypeError("fetch failed"), {
    cause: Object.assign(new Error("cut"), { code: "UND_ERR_SOCKET" }),
  });

  test.each<[string, Reply, boolean]>([
    ["it is unwell", down(), false],
    ["a gateway gave up waiting", new Response("", { status: 504 }), true],
    ["nobody is there", refused, false],
    ["the link broke", cut, true],
    ["no answer came", new DOMException("too late", "TimeoutError"), true],
    ["half an answer came", new Response('{"ok":tr'), true],
    ["it says so", { ok: false, error: "internal_error" }, false],
    ["the token is revoked", { ok: false, error: "token_revoked" }, false],
  ])("%s", async (_how, reply, uncertain) => {
    expect((await failure(reply)).uncertain).toBe(uncertain);
  });

  test.each<[string, Reply, string]>([
    ["it does it", { ok: true }, "ok"],
    ["it says no", { ok: false, error: "restricted_action" }, "refused"],
    ["the token is revoked", { ok: false, error: "token_revoked" }, "refused"],
    ["it wants it later", limited(30), "later"],
    ["it wants it later, in words", { ok: false, error: "ratelimited" }, "later"],
    ["it is unwell", down(), "failed"],
    ["it says that it is unwell", { ok: false, error: "internal_error" }, "failed"],
    ["it is away, in words", { ok: false, error: "service_unavailable" }, "failed"],
    ["half an answer came", new Response('{"ok":tr'), "failed"],
  ])("counted: %s", async (_how, reply, result) => {
    const told: [string, string][] = [];
    replies["chat.postEphemeral"] = [reply];
    const { outside: one } = outside((...call) => void told.push(call));
    await one.whisper(PRIYA, NOTE).catch(() => undefined);
    expect(told.map(([method, how]) => [method, how])).toEqual([["chat.postEphemeral", result]]);
  });

  test.each<[Reply, string]>([
    [new Response("ok"), "ok"],
    [limited(30), "later"],
    [new Response("used_url", { status: 404 }), "refused"],
    [down(), "failed"],
  ])("counted of a response_url: %o", async (reply, result) => {
    const told: [string, string][] = [];
    replies[HANDLE.responseUrl ?? ""] = [reply];
    const { outside: one } = outside((...call) => void told.push(call));
    await one.answer(HANDLE, NOTE, "new").catch(() => undefined);
    expect(told[0]?.slice(0, 2)).toEqual(["response_url", result]);
  });

  test("nothing of what was said stands in the error", async () => {
    expect((await failure(new Response("Does it include testing?"))).message).not.toContain("testing");
  });

  test("Slack's Retry-After is kept, without another call, and only for that method", async () => {
    replies["chat.postEphemeral"] = [limited(30), { ok: true }];
    const { outside: one } = outside();
    await expect(one.whisper(PRIYA, NOTE)).rejects.toMatchObject({
      retryAt: clock.now + 30_000,
      uncertain: false,
    });
    clock.now += 29_000;
    await expect(one.whisper(PRIYA, NOTE)).rejects.toMatchObject({ retryAt: clock.now + 1000 });
    expect(to("chat.postEphemeral")).toHaveLength(1);
    expect(await one.direct(PRIYA, NOTE)).toEqual({ accepted: true });
    clock.now += 1000;
    expect(await one.whisper(PRIYA, NOTE)).toEqual({ accepted: true });
  });

  test("a limit on posts to one channel holds up no other", async () => {
    replies["chat.postMessage"] = [limited(30), { ok: true }];
    const { outside: one } = outside();
    await expect(one.direct(PRIYA, NOTE)).rejects.toMatchObject({ retryAt: clock.now + 30_000 });
    expect(await one.direct({ team: "T0ACME", user: "U0NOOR" }, NOTE)).toEqual({ accepted: true });
  });

  test("what is only asked for is asked again", async () => {
    replies["conversations.info"] = [down(), { ok: true, channel: { name: "planning", is_member: true } }];
    expect(await slack().place(PLACE)).toMatchObject({ name: "planning" });
  });
});
