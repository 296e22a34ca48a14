import { makeClock } from "../clock.ts";
import type { Company } from "../people.ts";
import { newWorkspace } from "../workspace.ts";
import { appFacts, type Manifest } from "./app.ts";
import { makeChanges } from "./changes.ts";
import { makeDelivery, type Transport } from "./delivery.ts";
import { makeFaults } from "./faults.ts";
import { makeInstalling } from "./installing.ts";
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
  /** Whose workspace it is; Harbour's unless told. */
  readonly company?: Company;
  /** Whether the app is installed already; it is unless told. */
  readonly installed?: boolean;
};

/** Slack retries an event three times: at once, after a minute, after five (docs.slack.dev, Events API). */
const SLACKS_RETRIES = [0, 60_000, 300_000];

export function makeWorld(
  manifest: Manifest,
  options: WorldOptions,
  ways: {
    /** How many workspaces there are on the stand-in already. */
    readonly nth: number;
    readonly transport: () => Transport;
    readonly base: () => string;
    readonly socketUrl: () => string;
  },
): World {
  const app = appFacts(manifest, ways.nth);
  const clock = makeClock(options);
  const changes = makeChanges();
  const faults = makeFaults(options.random ?? Math.random);
  const workspace = newWorkspace(app.botUser, options.company);
  return {
    app,
    installing: makeInstalling(app.botToken, options.installed ?? true),
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
