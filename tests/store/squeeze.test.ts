import * as fc from "fast-check";
import { expect, test } from "vitest";
import { squeeze, unsqueeze } from "../../src/store/squeeze.ts";
import { pack, packSmall, unpack } from "../../src/store/stored.ts";

const LINE = { ts: "1700000000.000001", user: "U0SAM", role: "doer", estimates: [], specs: [] };
const STORED = {
  version: "v",
  until: 9,
  lists: { l: 1 },
  record: { lines: [LINE, LINE, LINE, LINE], asked: [] },
};

test("what was squeezed comes back as it was", () => {
  const texts = fc.json().map((json) => JSON.stringify({ record: json }));
  fc.assert(fc.property(texts, (text) => unsqueeze(squeeze(text)) === text));
});

test("a record is read back whichever way it was written", () => {
  expect(unpack(packSmall(STORED))).toEqual(STORED);
  expect(unpack(pack(STORED))).toEqual(STORED);
});

test("a record of some length is shorter squeezed, a short one stays readable", () => {
  expect(packSmall(STORED).length).toBeLessThan(pack(STORED).length / 2);
  const short = { ...STORED, record: { count: 1 } };
  expect(packSmall(short)).toBe(pack(short));
});

test.each([["no base64: é"], ["AAAA"], [squeeze("{}").slice(0, -4)], [squeeze("no JSON")], [""]])(
  "%j in place of a record is none",
  (z) => {
    expect(unpack(JSON.stringify({ f: 1, v: "v", until: 9, lists: {}, z }))).toBeUndefined();
  },
);
