import { afterEach, expect, test, vi } from "vitest";
import { run } from "../src/run.ts";

afterEach(() => vi.restoreAllMocks());

test("a setting that is nearly one we know is noted", async () => {
  const said: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => said.push(String(text)) > 0);
  await run({ QUIET_SECOND: "planted" }, { botOnly: true });
  expect(said[0]).toBe("QUIET_SECOND is no setting and changes nothing. Did you mean QUIET_SECONDS?\n");
});

test("where the bot alone is wanted, no playground opens without tokens: it says what is missing", async () => {
  const said: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => said.push(String(text)) > 0);
  expect(await run({}, { botOnly: true })).toBe(1);
  expect(said.join("")).toMatch(/No Slack tokens are set\. Set SLACK_BOT_TOKEN/);
});
