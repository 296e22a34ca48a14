import type { View } from "@slack/types";
import { homeOf, modalOf, seenIn, snapshot } from "../snapshot.ts";
import type { Message, Modal, Snapshot, Trace } from "../wire.ts";
import { roomOf } from "./acting.ts";
import type { Attempt, Transport } from "./delivery.ts";
import type { Call, World } from "./world.ts";

/** What there is to see: for one person, for all, and behind the scenes. */
export type Looking = {
  /** What one person sees in a channel, oldest first. */
  sees(user: string, channel: string): readonly Message[];
  home(user: string): View | null;
  modal(user: string): Modal | null;
  snapshot(user: string, traces?: readonly Trace[]): Snapshot;
  /** What the bot said for more than one pair of eyes: everything in channels that is not ephemeral. */
  public(): readonly Message[];
  /** Calls the bot made, oldest first. */
  readonly calls: readonly Call[];
  /** Attempts to deliver to the bot, oldest first. */
  readonly attempts: readonly Attempt[];
  connected(): boolean;
  /** Resolves with the first true thing `holds` gives, looking after every change; rejects after `withinMs` (20 s unless told) with what there was. */
  until<T>(holds: () => T | undefined | false | null, withinMs?: number): Promise<T>;
  /** Resolves once every event so far was acknowledged or given up. */
  settled(): Promise<void>;
};

const GENEROUS_MS = 20_000;

export function lookingAt(world: World, transport: Transport): Looking {
  const until: Looking["until"] = (holds, withinMs = GENEROUS_MS) =>
    world.changes.until(holds, withinMs, () => describe(world));
  return {
    sees: (user, channel) => seenIn(world, roomOf(world, channel), user),
    home: (user) => homeOf(world, user),
    modal: (user) => modalOf(world, user),
    snapshot: (user, traces = []) => snapshot(world, transport.connected(), traces, user),
    public: () => saidByBot(world),
    calls: world.calls,
    attempts: world.delivery.attempts,
    connected: transport.connected,
    until,
    settled: async () => {
      await until(() => world.delivery.pending() === 0);
    },
  };
}

/** Joining is not saying. */
function saidByBot(world: World): readonly Message[] {
  return [...world.workspace.rooms.values()]
    .filter((room) => room.kind !== "direct")
    .flatMap((room) => seenIn(world, room, world.app.botUser))
    .filter((message) => message.user === world.app.botUser && message.notice !== true);
}

/** How much of the past is shown when something awaited did not come. */
const LATELY = 15;

function describe(world: World): string {
  const calls = world.calls
    .slice(-LATELY)
    .map(({ args, ...call }) => ({ ...call, args: JSON.stringify(args).slice(0, 300) }));
  const attempts = world.delivery.attempts.slice(-LATELY).map(({ envelope, ...attempt }) => ({
    ...attempt,
    payload: JSON.stringify(envelope.payload).slice(0, 200),
  }));
  return JSON.stringify({ pendingEvents: world.delivery.pending(), calls, attempts }, null, 1);
}
