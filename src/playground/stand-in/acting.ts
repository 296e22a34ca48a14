import type { Fields, Presence } from "../wire.ts";
import type { Member, Room } from "../workspace.ts";
import { command, globalShortcut, messageShortcut } from "./asking.ts";
import type { Ack } from "./delivery.ts";
import * as doings from "./doings.ts";
import { sendHomeOpened, sendUninstalled } from "./events.ts";
import { close, submit } from "./modals.ts";
import { press, type PressOn } from "./pressing.ts";
import type { World } from "./world.ts";

/** Who and where; ids are those of `people.ts`. */
type At = { readonly user: string; readonly channel: string };
type On = At & { readonly ts: string };

/**
 * What people do. What a person waits for resolves once the bot acknowledged it or failed to; the rest is on its way to the
 * bot when the function returns. What cannot be done throws an `Error` with a sentence to show.
 */
export type Acting = {
  /** Gives the new message's ts. */
  say(words: At & doings.Words): string;
  edit(what: On & { readonly text: string }): void;
  takeBack(what: On): void;
  /** Slack adds a preview of a link to a message. */
  unfurl(what: Omit<On, "user"> & { readonly title: string; readonly url: string }): void;
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
  /** Somebody takes the app out of the workspace: its tokens end, and it is told. */
  uninstall(): void;
  /** Somebody allows the app into the workspace, or by mistake into the whole organisation: the code that Slack's page sends back. */
  allow(wishes?: { readonly organisation: boolean }): string;
  /** Slack's client starts anew: whatever was ephemeral is gone. */
  reload(user: string): void;
};

export function actingIn(world: World): Acting {
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
    uninstall() {
      world.installing.withdraw();
      sendUninstalled(world);
      world.changes.changed();
    },
    allow: (wishes = { organisation: false }) => world.installing.allow(wishes),
    reload: (user) => doings.reload(world, who(user)),
  };
}

function memberOf(world: World, id: string): Member {
  const member = world.workspace.members.get(id);
  if (member === undefined) throw new Error(`nobody here is called ${id}`);
  return member;
}

export function roomOf(world: World, id: string): Room {
  const room = world.workspace.rooms.get(id);
  if (room === undefined) throw new Error(`there is no channel ${id}`);
  return room;
}
