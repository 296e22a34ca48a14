import { expect, test } from "vitest";
import { askThread } from "../../../src/questions/ask-thread.ts";
import { LIBRARY } from "./shipped.ts";

const said = (...texts: string[]) =>
  askThread(
    texts.map((text) => ({ from: "eng", text })),
    LIBRARY,
  );

test.each([
  ["sev1: checkout is down, error rate at 40%", "a proper fix for the connection pool is probably 2 days"],
  ["login broken for everyone", "3 weeks to replace the whole thing, later"],
  ["rolling back now", "5 days for the real fix"],
])("nobody is asked while an outage is fought: %s", (first, second) => {
  expect(said(first, second)).toMatchObject({ questions: [], quiet: "an outage is being fought" });
});

test.each([
  "two weeks for the page that tells residents of power outages",
  "3 weeks for the emergency contact feature",
  "2 sprints for the on-call calendar",
])("near misses: %s", (text) => {
  expect(said(text).questions.length).toBeGreaterThan(0);
});

test.each([
  ["yeah should be a quick one, just a config change", ["hidden-work", "config-or-code"]],
  ["I'll have the export ready by Friday", ["deadline"]],
  ["it was 2 weeks, now more like 5 weeks", ["estimate-changed"]],
])("the occasion sets the lead: %s", (text, leads) => {
  expect(leads).toContain(said(text).questions[0]?.id);
});
