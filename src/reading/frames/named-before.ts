import { CLASS, PART } from "../entries.ts";
import { isOf, plays } from "../find.ts";
import { gateOf, passes } from "../gate.ts";
import { REACH } from "../places.ts";
import { SHAPE } from "../scan.ts";
import type { Setting } from "../setting.ts";
import type { View } from "../view.ts";
import { signs } from "./frame.ts";

const verbal = ({ t, c }: Setting, i: number, clause: number | undefined): boolean =>
  c.clause[i] === clause && t.shape[i] === SHAPE.word && passes(t.entries[i]!, VERB);
const VERB = gateOf([], [CLASS.auxiliary, CLASS.linking, CLASS.needing, CLASS.saying, CLASS.have, CLASS.was]);

/** ", about 3 weeks," */
export function ownClause({ t, find, s, closes, start }: View): boolean {
  if (!closes) return false;
  for (
    let i = find.from - 1;
    i >= Math.max(start, find.from - REACH) && s.c.clause[i] === s.c.clause[find.from];
    i--
  )
    if (t.shape[i] === SHAPE.word && s.doubt[i] !== 1 && !plays(t, i, PART.degree)) return false;
  return find.from > start;
}

/** "a refund button for the agents, 2 days", "alarm routing five days": no verb stands between the beginning and the find. */
export const namedThenSized = (v: View): boolean => v.find.kind !== "date" && onlyNamedBefore(v);

/** "billing cutover end of q1", "report export by friday" */
export const namedThenDated = (v: View): boolean =>
  v.find.kind === "date" &&
  (plays(v.t, v.find.from, PART.edge) || isOf(v.t, v.find.from, CLASS.limit)) &&
  onlyNamedBefore(v);

function onlyNamedBefore(v: View): boolean {
  const { t, s, find, start } = v;
  if (!v.closes || v.opens || find.from - start > REACH) return false;
  for (let i = start; i < find.from; i++) {
    if (verbal(s, i, s.c.clause[i])) return false;
    const { signs0, signs1 } = t.entries[i]!;
    if (((signs0 & NO_NAMES.zero) | (signs1 & NO_NAMES.one)) !== 0) return false;
  }
  return true;
}
const NO_NAMES = signs(
  "over",
  "done",
  "spent",
  "was",
  "been",
  "every",
  "round",
  "absent",
  "away",
  "gone",
  "works",
  "keeps",
  "wants",
);
