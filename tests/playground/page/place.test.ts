import { describe, expect, test } from "vitest";
import { readPermalink, readPlace, writePlace } from "../../../src/playground/page/place.ts";

describe("where the reader is", () => {
  test.each([
    { as: "U0SAM", in: "C0A" },
    { as: "U0SAM", in: "home", trace: "all" },
    { as: "U0PRIYA", in: "C0A", thread: "1795183361.000001", trace: "1795183361.000002" },
  ])("comes back from the address: %o", (place) => {
    expect(readPlace(writePlace(place), { as: "U0NOOR", in: "C0B" })).toEqual(place);
  });

  test("is the beginning where the address says nothing", () => {
    expect(readPlace("", { as: "U0NOOR", in: "C0B" })).toEqual({ as: "U0NOOR", in: "C0B" });
  });
});

describe("links to messages", () => {
  test.each([
    [
      "https://harbour.slack.example/archives/C0A/p1795183361000001",
      { channel: "C0A", ts: "1795183361.000001" },
    ],
    [
      "https://harbour.slack.example/archives/C0A/p1795183361000002?thread_ts=1795183361.000001&cid=C0A",
      { channel: "C0A", ts: "1795183361.000002", thread: "1795183361.000001" },
    ],
    ["https://docs.example/archives/2026", undefined],
    ["https://harbour.slack.example/archives/C0A", undefined],
  ])("%s", (url, found) => {
    expect(readPermalink(url)).toEqual(found);
  });
});
