import { describe, expect, test } from "vitest";
import { makeLog } from "../src/log.ts";
import { callLog, slackLog } from "../src/slack/slack-log.ts";
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
    ["tokens that are renewed", "xoxe.xoxb-1-planted and xoxe-1-planted", "- and -"],
    ["addresses", "cannot reach https://hooks.test/planted now", "cannot reach <url> now"],
    ["links of Socket Mode", "opening wss://x.slack.com/link/?ticket=planted", "opening <url>"],
    ["passwords in addresses", "no redis://:planted@host:6379", "no <url>"],
    ["what stands after Bearer", "Authorization: Bearer planted", "Authorization: Bearer -"],
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

describe("what Slack remarks on a call", () => {
  test.each([
    ["unsupported value: planted words, 3 weeks", "Slack has a remark on a call"],
    ["missing_charset", "missing_charset"],
    [
      "must be shorter: planted words [json-pointer:/blocks/0/elements/0/url]",
      "Slack finds a mistake in a call, at /blocks/0/elements/0/url",
    ],
    ["a mistake [json-pointer:/blocks/planted words]", "Slack has a remark on a call"],
    ["http request failed", "http request failed"],
  ])("%s", (said, written) => {
    const { log, lines } = logged();
    callLog(log).error(said, "planted", ["planted"]);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ level: 50, msg: written });
  });
});
