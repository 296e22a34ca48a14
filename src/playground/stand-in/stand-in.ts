import type { View } from "@slack/types";
import { manifest as ownManifest } from "../../manifest.ts";
import type { Clock } from "../clock.ts";
import { homeOf, modalOf, seenIn, snapshot } from "../snapshot.ts";
import type { Fields, Message, Modal, Presence, Snapshot, Trace } from "../wire.ts";
import type { Member, Room } from "../workspace.ts";
import { answerCall } from "./api.ts";
import type { Manifest } from "./app.ts";
import { command, globalShortcut, messageShortcut } from "./asking.ts";
import type { Ack, Attempt, Transport } from "./delivery.ts";
import * as doings from "./doings.ts";
import { sendHomeOpened } from "./events.ts";
import type { FaultPlan } from "./faults.ts";
import { openHttpDoor } from "./http-door.ts";
import { openServer, type Handler } from "./http-server.ts";
import { makeWorld, type WorldOptions } from "./make-world.ts";
import { close, submit } from "./modals.ts";
import { press, type PressOn } from "./pressing.ts";
import { answerResponseUrl } from "./respond.ts";
import { openSocketDoor } from "./socket.ts";
import type { Call, World } from "./world.ts";

export type StandInOptions = WorldOptions & {
  /** A free one unless told. */
  readonly port?: number;
  /** Askwhy's own unless told: which scopes, events, commands and shortcuts there are. */
  readonly manifest?: Manifest;
  /** Real milliseconds the bot has to acknowledge; Slack's three seconds unless told. */
  readonly ackWithin?: number;
  /** Sends events, commands and presses to this URL as signed POSTs, instead of over Socket Mode. */
  readonly deliverTo?: string;
};

/** Who and where; ids are those of `people.ts`. */
type At = { readonly user: string; readonly channel: string };
type On = At & { readonly ts: string };

/**
 * A Slack of its own on this machine: the Web API, Socket Mode or signed HTTP, and a small workspace with people in it.
 * Whatever a person does resolves once the bot acknowledged it or failed to (`Ack`), or, where the bot just hears of it,
 * once it is on its way.
 */
export type StandIn = {
  readonly url: string;
  /** For the setting `SLACK_API_URL`. */
  readonly apiUrl: string;
  readonly clock: Clock;
  readonly world: World;

  say(words: At & doings.Words): string;
  edit(what: On & { readonly text: string }): void;
  takeBack(what: On): void;
  /** Slack adds a preview to a message. */
  unfurl(what: {
    readonly channel: string;
    readonly ts: string;
    readonly title: string;
    readonly url: string;
  }): void;
  react(what: On & { readonly name: string }): void;
  join(who: At): void;
  leave(who: At): void;
  inviteBot(by: At): void;
  removeBot(by: At): void;
  /** Presses a button or chooses from a menu. */
  press(what: { readonly user: string } & PressOn): Promise<Ack>;
  submit(what: { readonly user: string; readonly id: string; readonly fields: Fields }): Promise<Ack>;
  close(what: { readonly user: string; readonly id: string }): Promise<Ack>;
  /** A slash command with what follows: "/askwhy help". */
  command(what: At & { readonly text: string }): Promise<Ack>;
  messageShortcut(what: On & { readonly callbackId: string }): Promise<Ack>;
  globalShortcut(what: { readonly user: string; readonly callbackId: string }): Promise<Ack>;
  openHome(user: string): void;
  setPresence(user: string, presence: Presence): void;
  setDoNotDisturb(user: string, on: boolean): void;
  /** Slack's client starts anew: whatever was ephemeral is gone. */
  reload(user: string): void;

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

  misbehave(plan: FaultPlan): void;
  behave(): void;
  dropSocket(): void;
  refreshSocket(): void;
  /** Takes requests of other paths: the playground's page. */
  route(prefix: string, handler: Handler): void;
  stop(): Promise<void>;
};

export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const ackWithin = options.ackWithin ?? 3_000;
  const manifest: Manifest = options.manifest ?? ownManifest({ socket: true });
  const server = await openServer(options.port ?? 0, (request, socket, head) =>
    door.accept(request, socket, head),
  );
  const world: World = makeWorld(manifest, options, {
    transport: () => transport,
    base: () => server.url,
    socketUrl: () => `ws://127.0.0.1:${server.port}/link?ticket=${door.ticket()}`,
  });
  const door = openSocketDoor({ appId: world.app.id, ackWithin, changed: world.changes.changed });
  const transport: Transport =
    options.deliverTo === undefined
      ? door
      : openHttpDoor({ url: options.deliverTo, signingSecret: world.app.signingSecret, ackWithin });
  server.route("/api/", (request, response, path) =>
    answerCall(world, path.slice("/api/".length), request, response),
  );
  server.route("/respond/", (request, response, path) =>
    answerResponseUrl(world, path.slice("/respond/".length), request, response),
  );
  return {
    url: server.url,
    apiUrl: `${server.url}/api/`,
    clock: world.clock,
    world,
    ...peoplesDoings(world),
    ...whatIsThere(world, transport),
    misbehave: world.faults.add,
    behave: world.faults.clear,
    dropSocket: door.drop,
    refreshSocket: door.refresh,
    route: server.route,
    async stop() {
      world.delivery.stop();
      door.close();
      await server.close();
    },
  };
}

type Doings = Pick<
  StandIn,
  | "say"
  | "edit"
  | "takeBack"
  | "unfurl"
  | "react"
  | "join"
  | "leave"
  | "inviteBot"
  | "removeBot"
  | "press"
  | "submit"
  | "close"
  | "command"
  | "messageShortcut"
  | "globalShortcut"
  | "openHome"
  | "setPresence"
  | "setDoNotDisturb"
  | "reload"
>;

function peoplesDoings(world: World): Doings {
  const who = (user: string) => memberOf(world, user);
  const room = (channel: string) => roomOf(world, channel);
  return {
    say: ({ user, channel, ...words }) => doings.say(world, who(user), room(channel), words).ts,
    edit: ({ user, channel, ts, text }) => doings.edit(world, who(user), room(channel), ts, text),
    takeBack: ({ user, channel, ts }) => doings.takeBack(world, who(user), room(channel), ts),
    unfurl: ({ channel, ts, ...preview }) => doings.unfurl(world, room(channel), ts, preview),
    react: ({ user, channel, ts, name }) => doings.react(world, who(user), room(channel), ts, name),
    join: ({ user, channel }) => doings.join(world, who(user), room(channel)),
    leave: ({ user, channel }) => doings.leave(world, who(user), room(channel)),
    inviteBot: ({ user, channel }) => doings.inviteBot(world, who(user), room(channel)),
    removeBot: ({ user, channel }) => doings.removeBot(world, who(user), room(channel)),
    press: ({ user, ...pressed }) => press(world, who(user), pressed),
    submit: ({ user, id, fields }) => submit(world, who(user), id, fields),
    close: ({ user, id }) => close(world, who(user), id),
    command: ({ user, channel, text }) => command(world, who(user), room(channel), text),
    messageShortcut: ({ user, channel, ts, callbackId }) =>
      messageShortcut(world, who(user), room(channel), callbackId, ts),
    globalShortcut: ({ user, callbackId }) => globalShortcut(world, who(user), callbackId),
    openHome: (user) => sendHomeOpened(world, who(user).id),
    setPresence(user, presence) {
      who(user).presence = presence;
      world.changes.changed();
    },
    setDoNotDisturb(user, on) {
      who(user).doNotDisturb = on;
      world.changes.changed();
    },
    reload: (user) => doings.reload(world, who(user)),
  };
}

type There = Pick<
  StandIn,
  "sees" | "home" | "modal" | "snapshot" | "public" | "calls" | "attempts" | "connected" | "until" | "settled"
>;

const GENEROUS_MS = 20_000;

function whatIsThere(world: World, transport: Transport): There {
  const until: StandIn["until"] = (holds, withinMs = GENEROUS_MS) =>
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

/** What the bot said in channels for all to see. Joining is not saying. */
function saidByBot(world: World): readonly Message[] {
  return [...world.workspace.rooms.values()]
    .filter((room) => room.kind !== "direct")
    .flatMap((room) => seenIn(world, room, world.app.botUser))
    .filter((message) => message.user === world.app.botUser && message.notice !== true);
}

/** What there was when something awaited did not come. */
function describe(world: World): string {
  const calls = world.calls
    .slice(-15)
    .map(({ args, ...call }) => ({ ...call, args: JSON.stringify(args).slice(0, 300) }));
  const attempts = world.delivery.attempts.slice(-15).map(({ envelope, ...attempt }) => ({
    ...attempt,
    payload: JSON.stringify(envelope.payload).slice(0, 200),
  }));
  return JSON.stringify({ pendingEvents: world.delivery.pending(), calls, attempts }, null, 1);
}

function memberOf(world: World, id: string): Member {
  const member = world.workspace.members.get(id);
  if (member === undefined) throw new Error(`nobody here is called ${id}`);
  return member;
}

function roomOf(world: World, id: string): Room {
  const room = world.workspace.rooms.get(id);
  if (room === undefined) throw new Error(`there is no channel ${id}`);
  return room;
}
