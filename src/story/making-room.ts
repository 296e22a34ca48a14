import { replacedBy } from "../threads/replaced.ts";
import type { Line, Offer, OfferState, Thread } from "../threads/thread.ts";

/** An offer that was taken back for one PM before it was shown. */
export type Withdrawn = { readonly id: string; readonly user: string };

export const CHANGED = "the number changed";

const UNSHOWN: readonly OfferState[] = ["waiting", "told"];
const STANDING: readonly OfferState[] = [...UNSHOWN, "accepted", "seen"];

/**
 * The offers of a thread when one about this line is made: those about a number that it takes the place of are put away. Of those
 * about what the line itself said before an edit, only what nobody had been shown: the others do not stand any more, until it
 * is edited back. Also says which of them nobody had been shown.
 */
export function makeRoom(
  thread: Thread,
  line: Line,
  next: Offer,
): { readonly offers: Offer[]; readonly withdrawn: Withdrawn[] } {
  const replaced = new Set(replacedBy(thread, line).map(({ ts }) => ts));
  const withdrawn: Withdrawn[] = [];
  const offers = thread.offers.map((offer) => {
    const isEdited = offer.about === next.about && offer.value !== next.value;
    if (!isEdited && !replaced.has(offer.about)) return offer;
    const goes = isEdited ? UNSHOWN : STANDING;
    const to = Object.entries(offer.to).map(([user, now]) => {
      if (!goes.includes(now.state)) return [user, now] as const;
      if (UNSHOWN.includes(now.state)) withdrawn.push({ id: offer.id, user });
      return [user, { state: "done" as const, at: next.at, reason: CHANGED }] as const;
    });
    return { ...offer, to: Object.fromEntries(to) };
  });
  return { offers, withdrawn };
}
