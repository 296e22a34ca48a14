import { expect, test } from "vitest";
import { fairShares } from "../../src/store/shares.ts";

test.each([
  ["nobody waits", [], 5, []],
  ["one gets all it has", [3], 5, [3]],
  ["one gets all there is", [9], 5, [5]],
  ["all the same", [9, 9, 9], 6, [2, 2, 2]],
  ["what one does not use goes to the others", [1, 9, 2], 9, [1, 6, 2]],
  ["the first get one each where there are more than that", [9, 9, 9], 2, [1, 1, 0]],
  ["a rest goes to the first", [9, 9], 3, [2, 1]],
  ["nothing to give", [4, 4], 0, [0, 0]],
  ["none waits in between", [0, 5, 0], 3, [0, 3, 0]],
])("%s", (_, waiting, limit, shares) => {
  expect(fairShares(waiting, limit)).toEqual(shares);
});
