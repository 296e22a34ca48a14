import { describe, expect, test } from "vitest";
import { makeLog } from "../src/log.ts";
import { slackLog } from "../src/slack/slack-log.ts";
import { OutsideError } from "../src/telling/outside.ts";

function logged(level = "debug") {
  const lines: string[] = [];
  return { log: makeLog(level, { write: (line) => void lines.push(line) }), lines };
}

describe("a line of the log", () => {
  test("has ids, names of rules and counts", () => {
    const { log, lines } = logged();
    log.info({ team: "T0ACME", rule: "duration", estimates: 2 }, "read");
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      team: "T0ACME",
      rule: "duration",
      estimates: 2,
      msg: "read",
    });
  });

  test.each([
    { text: "planted" },
    { message: { text: "planted" } },
    { body: { event: { text: "planted" } } },
    { a: { b: { c: { quote: "planted" } } } },
    { token: "planted" },
    { slack: { botToken: "planted", appToken: "planted", signingSecret: "planted" } },
    { person: { name: "planted" } },
    { note: { summary: "planted", blocks: ["planted"] } },
    { handle: { responseUrl: "planted" } },
  ])("has no %j", (fields) => {
    const { log, lines } = logged();
    log.warn(fields, "careless");
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain("planted");
  });

  test("says of an error its kind and code, and where, but not what it says", () => {
    const { log, lines } = logged();
    const error = Object.assign(new TypeError("cannot read 'planted words'"), { code: "EODD" });
    log.error({ err: error }, "failed");
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      err: { kind: "TypeError", code: "EODD", at: expect.stringContaining("log.test.ts") as string },
    });
    expect(lines[0]).not.toContain("planted");
  });

  test("says of our own errors what they say, and of their causes the kind", () => {
    const { log, lines } = logged();
    log.error(
      { err: new OutsideError("no answer from Slack to views.open", { cause: new Error("planted") }) },
      "failed",
    );
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      err: { kind: "OutsideError", says: "no answer from Slack to views.open", cause: { kind: "Error" } },
    });
    expect(lines[0]).not.toContain("planted");
  });
});

describe("what Slack's libraries want to say", () => {
  test("debug lines, which hold whole events, are never written", () => {
    const { log, lines } = logged("trace");
    slackLog(log).debug("http request body: planted");
    expect(lines).toEqual([]);
    expect(slackLog(log).getLevel()).toBe("info");
  });

  test.each([
    ["tokens", "refused xoxb-12-planted", "refused -"],
    ["app tokens", "xapp-1-A0-planted was refused", "- was refused"],
    ["addresses", "cannot reach https://hooks.test/planted now", "cannot reach <url> now"],
  ])("%s are struck out", (_what, said, written) => {
    const { log, lines } = logged();
    slackLog(log).warn(said);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ level: 40, msg: written });
  });

  test("errors and objects do not show what they hold", () => {
    const { log, lines } = logged();
    slackLog(log).error("An unhandled error", new Error("planted"), { text: "planted" });
    expect(lines[0]).toContain("An unhandled error Error");
    expect(lines[0]).not.toContain("planted");
  });
});
