import type { Place } from "../telling/outside.ts";
import type { Parts } from "./parts.ts";

/**
 * True for somebody who is not in a channel that the bot is in: what is said there is not theirs to see, and nothing is posted
 * there for them. Of a channel the bot is not in it hears nothing but what somebody points at. Rejects where Slack does not say.
 */
export async function isOutOfPlace({ outside }: Parts, place: Place, user: string): Promise<boolean> {
  if (await outside.isMember(place, user)) return false;
  const facts = await outside.place(place);
  return !("accepted" in facts) && facts.member;
}
