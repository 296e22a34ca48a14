import { describe, expect, test } from "vitest";
import { gather } from "../../../src/questions/templates/gather.ts";
import { silentE } from "../../../src/questions/templates/silent-e.ts";
import { readTemplateFile } from "../../../src/questions/templates/template-file.ts";
import { OFFLINE, offlineWith } from "./sample.ts";

const CUES = '  cues: [offline, field staff, "sync "]';
const noted = (...texts: string[]) => {
  const sources = texts.map((text, n) => ({ file: `${n}.yaml`, text }));
  return silentE(sources.map(readTemplateFile), gather(sources.map((source) => [source])).templates);
};

describe("a cue that does not hear its -ing", () => {
  test("is told what it hears, and what to write", () => {
    expect(noted(offlineWith(CUES, "  cues: [tunnel, purge]"))).toMatchObject([
      {
        line: 12,
        col: 18,
        message: "'purge' hears purge, purges, purged, not purging",
        allowed: 'write "purg" to hear them all',
        mild: true,
      },
    ]);
  });

  test.each(["merge", "migrate", "delete", "resize", "Archive", "replace", "cache", "rename"])(
    "%s",
    (cue) => {
      expect(noted(offlineWith(CUES, `  cues: [${cue}]`))).toHaveLength(1);
    },
  );

  test("also of a change, in what it adds", () => {
    const change = (cues: string) => noted(OFFLINE, `extends: offline-mode\nwhen: { cues: ${cues} }\n`);
    expect(change("{ add: [purge] }")).toHaveLength(1);
    expect(change("{ remove: [purge] }")).toEqual([]);
  });

  test.each([
    "purg",
    '"purge "',
    "purge, purging",
    "purge, purg",
    "bulk purge",
    "warehouse",
    "stripe",
    "netsuite",
    "date",
    "three",
    "queue",
    "/purge/",
  ])("near misses: %s", (cues) => {
    expect(noted(offlineWith(CUES, `  cues: [${cues}]`))).toEqual([]);
  });

  test("words that say it is covered are left alone", () => {
    expect(noted(offlineWith("  covered: [online only]", "  covered: [purge]"))).toEqual([]);
  });
});
