import { onTestFinished } from "vitest";
import { PLANNING, PRIYA } from "../../src/playground/people.ts";
import { startStandIn, type StandIn, type StandInOptions } from "../../src/playground/stand-in/stand-in.ts";

/** A stand-in for this test, without a bot process; the bot is in the planning channel. */
export async function started(options: StandInOptions = {}): Promise<StandIn> {
  const standIn = await startStandIn({ retryDelays: [], ...options });
  onTestFinished(() => standIn.stop());
  standIn.inviteBot({ user: PRIYA, channel: PLANNING });
  return standIn;
}
