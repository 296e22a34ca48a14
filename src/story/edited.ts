import { type Choice, MOST_QUESTIONS } from "../questions/choose.ts";
import { phraseAsk } from "../questions/phrase.ts";
import { openOccasion, valueOf } from "../threads/fold.ts";
import type { Line, Offer, OfferState, Question, Thread, Ts } from "../threads/thread.ts";
import { refreshHome } from "./home.ts";
import type { Parts } from "./parts.ts";
import { changeThread } from "./records.ts";
import { withHistory } from "./with-history.ts";

/**
 * An edited line with the number it held before, where somebody was shown a suggestion about that: then it has moved, and was not
 * merely mistyped.
 */
export function withWhatItWas({ offers }: Thread, line: Line, known: Line): Line {
  const [now, ...more] = line.estimates;
  const [before, ...others] = known.estimates;
  if (now === undefined || before === undefined || more.length + others.length > 0) return line;
  if (now.kind !== before.kind) return line;
  const isChanged = valueOf(line) !== valueOf(known);
  const isKnown = offers.some((offer) => wasShown(offer, line.ts) && offer.value === valueOf(known));
  const was = isChanged && isKnown ? before : known.was;
  const isBack = was !== undefined && valueOf({ ...line, estimates: [was] }) === valueOf(line);
  return was === undefined || isBack ? line : { ...line, was };
}

/** True for a suggestion about this message that got to somebody. */
const wasShown = ({ about, to }: Offer, ts: Ts): boolean =>
  about === ts &&
  Object.values(to).some(
    ({ state, reason }) => SHOWN.includes(state) || (state === "done" && reason === undefined),
  );
const SHOWN: readonly OfferState[] = ["accepted", "seen", "told"];

/** The question that a changed number is the occasion of. */
const WHAT_CHANGED = "estimate-changed";

/**
 * What is worth asking about a line of which something was suggested before it was edited: first what moved its number, or what its
 * new words speak for; what was shown before comes behind. Empty where there is nothing but that.
 */
export function askedAnew(
  parts: Pick<Parts, "library">,
  { offers, lines }: Thread,
  line: Line,
  { questions, trace }: Choice,
): readonly Question[] {
  const earlier = offers.filter((offer) => wasShown(offer, line.ts));
  if (earlier.length === 0) return questions;
  const shown = new Set(earlier.flatMap((offer) => offer.questions.map(({ id }) => id)));
  const template = parts.library().byId.get(WHAT_CHANGED);
  const stands = trace.some(({ id, ruledOut }) => id === WHAT_CHANGED && ruledOut === undefined);
  const asks = line.was !== undefined && stands && template !== undefined && !shown.has(WHAT_CHANGED);
  const changed = asks
    ? [{ id: WHAT_CHANGED, text: phraseAsk(template, line, lines), because: numberOf(line) }]
    : [];
  const others = questions.filter(({ id }) => !asks || id !== WHAT_CHANGED);
  // A number alone speaks for many questions a little: where it has changed, that is no reason to begin with another.
  const fresh = others.filter(({ id, because }) => !shown.has(id) && because !== numberOf(line));
  const first = [...changed, ...fresh];
  return first.length === 0
    ? []
    : [...first, ...others.filter((one) => !fresh.includes(one))].slice(0, MOST_QUESTIONS);
}

const numberOf = ({ estimates: [estimate] }: Line): string => estimate?.quote ?? "";

/** Nothing new is worth asking after an edit: the suggestion that stands takes on the new number, and nobody is told. */
export async function bringUpToDate(parts: Parts, whole: Thread, line: Line): Promise<void> {
  const { byId } = parts.library();
  const value = valueOf(line);
  const anew = (offer: Offer, { lines }: Thread): Offer => ({
    ...offer,
    value,
    quote: line.said ?? offer.quote,
    questions: offer.questions.map((question) => {
      const template = byId.get(question.id);
      return template ? { ...question, text: phraseAsk(template, line, lines) } : question;
    }),
  });
  const thread = await changeThread(parts, whole, (now) => {
    const merged = now && withHistory(now, whole);
    const open = merged && openOccasion(merged);
    if (merged === undefined || open === undefined || open.ts !== line.ts || valueOf(open) !== value)
      return undefined;
    const last = merged.offers.findLast(({ about }) => about === line.ts);
    return {
      thread: { ...merged, offers: merged.offers.map((one) => (one === last ? anew(one, merged) : one)) },
    };
  });
  const users = thread?.offers.filter(({ about }) => about === line.ts).flatMap(({ to }) => Object.keys(to));
  for (const user of new Set(users)) await refreshHome(parts, whole.team, user);
}
