import { manifest as ownManifest } from "../../manifest.ts";
import type { Clock } from "../clock.ts";
import { actingIn, type Acting } from "./acting.ts";
import { answerCall } from "./api.ts";
import type { Manifest } from "./app.ts";
import type { Transport } from "./delivery.ts";
import type { FaultPlan } from "./faults.ts";
import { openHttpDoor } from "./http-door.ts";
import type { Company } from "../people.ts";
import { type LoopbackServer, onlyPost, openServer, type Handler } from "./http-server.ts";
import { lookingAt, type Looking } from "./looking.ts";
import { makeWorld, type WorldOptions } from "./make-world.ts";
import { answerResponseUrl } from "./respond.ts";
import { openSocketDoor, type SocketDoor } from "./socket.ts";
import type { World } from "./world.ts";

export type StandInOptions = WorldOptions & {
  /** A free one unless told. */
  readonly port?: number;
  /** Askwhy's own unless told: which scopes, events, commands and shortcuts there are. */
  readonly manifest?: Manifest;
  /** Real milliseconds the bot has to acknowledge; Slack's three seconds unless told. */
  readonly ackWithin?: number;
  /** Sends events, commands and presses to this URL as signed POSTs, instead of over Socket Mode. */
  readonly deliverTo?: string;
  /** The clock of the bot's process, where it is not the machine's. */
  readonly botClock?: () => number;
};

/**
 * A Slack of its own on this machine: the Web API, Socket Mode or signed HTTP, and a small workspace with people in it.
 * It listens on loopback alone.
 */
export type StandIn = Acting &
  Looking & {
    readonly url: string;
    /** For the setting `SLACK_API_URL`. */
    readonly apiUrl: string;
    readonly clock: Clock;
    readonly world: World;
    /** Does something wrong on purpose, once unless told. */
    misbehave(plan: FaultPlan): void;
    /** Does nothing wrong from now on. */
    behave(): void;
    /** Cuts every socket without a word. */
    readonly dropSocket: () => void;
    /** Asks every client to connect anew, as Slack does from time to time. */
    readonly refreshSocket: () => void;
    /** Takes requests of other paths: the playground's page. */
    route(prefix: string, handler: Handler): void;
    /** Another workspace that has the app, beside this one: people, channels and messages of its own, some with the same ids. It hears and speaks over HTTP. */
    another(options: StandInOptions & { readonly company: Company }): StandIn;
    stop(): Promise<void>;
  };

export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const doors: SocketDoor[] = [];
  const server = await openServer(options.port ?? 0, (request, socket, head) =>
    doors[0]?.accept(request, socket, head),
  );
  const street: World[] = [];
  server.route(
    "/api/",
    onlyPost((request, response, path) => answerCall(street, path.slice("/api/".length), request, response)),
  );
  const first = openWorkspace({ server, street, doors }, options);
  return {
    ...first,
    async stop() {
      for (const { delivery } of street) delivery.stop();
      for (const door of doors) door.close();
      await server.close();
    },
  };
}

/** What the workspaces of one stand-in share. */
type Street = { readonly server: LoopbackServer; readonly street: World[]; readonly doors: SocketDoor[] };

function openWorkspace(shared: Street, options: StandInOptions): StandIn {
  const { server, street, doors } = shared;
  const ackWithin = options.ackWithin ?? 3_000;
  // Answers of one workspace are not taken for another's.
  const respond = `/respond/${street.length}/`;
  const world: World = makeWorld(options.manifest ?? ownManifest({ socket: true }), options, {
    nth: street.length,
    transport: () => transport,
    base: () => `${server.url}${respond}`,
    socketUrl: () => `ws://127.0.0.1:${server.port}/link?ticket=${door.ticket()}`,
  });
  street.push(world);
  const door = openSocketDoor({ appId: world.app.id, ackWithin, changed: world.changes.changed });
  doors.push(door);
  const transport: Transport =
    options.deliverTo === undefined
      ? door
      : openHttpDoor({
          url: options.deliverTo,
          signingSecret: world.app.signingSecret,
          ackWithin,
          botClock: options.botClock ?? Date.now,
        });
  server.route(
    respond,
    onlyPost((request, response, path) =>
      answerResponseUrl(world, path.slice(respond.length), request, response),
    ),
  );
  return {
    ...actingIn(world),
    ...lookingAt(world, transport),
    url: server.url,
    apiUrl: `${server.url}/api/`,
    clock: world.clock,
    world,
    misbehave: world.faults.add,
    behave: world.faults.clear,
    dropSocket: door.drop,
    refreshSocket: door.refresh,
    route: server.route,
    another: (own) => openWorkspace(shared, { ...options, ...own }),
    stop: async () => world.delivery.stop(),
  };
}
