import { makeClock } from "../clock.ts";
import { newWorkspace } from "../workspace.ts";
import { appFacts, type Manifest } from "./app.ts";
import { makeChanges } from "./changes.ts";
import { makeDelivery, type Transport } from "./delivery.ts";
import { makeFaults } from "./faults.ts";
import { makeResponseUrls } from "./response-urls.ts";
import { makeTriggers } from "./triggers.ts";
import type { World } from "./world.ts";

/** How a world differs from the ordinary one. */
export type WorldOptions = {
  /** When it is, in milliseconds since 1970; the present unless told. */
  readonly startAt?: number;
  /** The clock moves only when told to. */
  readonly standsStill?: boolean;
  /** Real milliseconds between attempts at an event, one each. Slack's own unless told. */
  readonly retryDelays?: readonly number[];
  /** Chance for faults that have one; `Math.random` unless told. */
  readonly random?: () => number;
};

/** Slack retries an event three times: at once, after a minute, after five (docs.slack.dev, Events API). */
const SLACKS_RETRIES = [0, 60_000, 300_000];

export function makeWorld(
  manifest: Manifest,
  options: WorldOptions,
  ways: {
    readonly transport: () => Transport;
    readonly base: () => string;
    readonly socketUrl: () => string;
  },
): World {
  const app = appFacts(manifest);
  const clock = makeClock(options);
  const changes = makeChanges();
  const faults = makeFaults(options.random ?? Math.random);
  const workspace = newWorkspace(app.botUser);
  return {
    app,
    clock,
    changes,
    faults,
    workspace,
    calls: [],
    triggers: makeTriggers(clock.now),
    responseUrls: makeResponseUrls({ now: clock.now, base: ways.base }),
    delivery: makeDelivery({
      transport: ways.transport,
      faults,
      retryDelays: options.retryDelays ?? SLACKS_RETRIES,
      changed: changes.changed,
    }),
    socketUrl: ways.socketUrl,
    link(room, said) {
      const message = `https://${workspace.team.domain}.slack.example/archives/${room.id}/p${said.ts.replace(".", "")}`;
      return said.thread === undefined ? message : `${message}?thread_ts=${said.thread}&cid=${room.id}`;
    },
  };
}
