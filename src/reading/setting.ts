import type { Clauses } from "./clauses.ts";
import type { Tokens } from "./scan.ts";

/** What was said about the whole message once, for all finds in it. */
export type Setting = {
  readonly t: Tokens;
  readonly c: Clauses;
  readonly before0: readonly number[];
  readonly before1: readonly number[];
  readonly after0: readonly number[];
  readonly after1: readonly number[];
  readonly amounts: number;
  readonly quoted: boolean;
  readonly code: boolean;
  readonly asked: boolean;
  readonly struckThrough: boolean;
};

export function settingOf(
  t: Tokens,
  c: Clauses,
  amounts: number,
  quoted: boolean,
  code: boolean,
  asked: boolean,
  struckThrough: boolean,
): Setting {
  const n = t.length;
  const before0: number[] = [0];
  const before1: number[] = [0];
  for (let i = 0; i < n; i++) {
    before0.push(before0[i]! | t.entries[i]!.signs0);
    before1.push(before1[i]! | t.entries[i]!.signs1);
  }
  const after0: number[] = before0.slice();
  const after1: number[] = before1.slice();
  after0[n] = 0;
  after1[n] = 0;
  for (let i = n - 1; i >= 0; i--) {
    after0[i] = after0[i + 1]! | t.entries[i]!.signs0;
    after1[i] = after1[i + 1]! | t.entries[i]!.signs1;
  }
  return { t, c, before0, before1, after0, after1, amounts, quoted, code, asked, struckThrough };
}
