import { describe, expect, test } from "vitest";
import { judged, verdictOn } from "./judged.ts";

/** Half an answer first, then what was looked up since. */
const LOOKED_UP = [
  [
    "uncertainty",
    "the ledger entries probably, not sure yet about the rest",
    "i looked: the rounding of split taxes in the ledger is the risk, I would start with a test against last month's bookings",
  ],
  [
    "third-party",
    "keys i think, have to check the rest",
    "checked: sandbox keys are here, production needs their review, 5 days, on their clock",
  ],
  [
    "dependencies",
    "the platform team, don't know if they know",
    "asked them: platform opens the port on the 12th, it's in their sprint",
  ],
  [
    "exclusions",
    "refunds are out, not sure about the rest",
    "went through it: refunds, gift cards and the old app are left out, it assumes finance gives us the rates",
  ],
  [
    "deadline",
    "the keys maybe, would have to look",
    "looked: keys must be here by wednesday, otherwise we drop the export",
  ],
  ["reversible", "there is a flag, no idea how long", "tried it: flag off, everybody is back in 5 minutes"],
] as const;

describe("a full answer after half a one", () => {
  test.each(LOOKED_UP)("%s ## %s || %s", (id, half, full) => {
    expect(verdictOn(id, `${half} || ${full}`)).toMatchObject({ label: "answered", sentence: full });
  });
});

describe("near misses: what is last leaves something open", () => {
  test.each([
    ["uncertainty", "the ledger is the risk, I would start with a test || but no idea about the rounding"],
    ["third-party", "sandbox keys are here || the rest i have to check"],
    ["third-party", "keys i think, have to check the rest || a sandbox too"],
    ["uncertainty", "the ledger entries probably || not sure about the rest"],
  ])("%s ## %s", (id, said) => {
    expect(judged(id, said)).toBe("partial");
  });
});
