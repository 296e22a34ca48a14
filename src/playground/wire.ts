import type { KnownBlock, MessageAttachment, View } from "@slack/types";

/**
 * What the page and the stand-in say to each other, over loopback HTTP.
 *
 * | path | says |
 * | --- | --- |
 * | `GET /page/seen?as=U…` | a `Snapshot`: what that person sees now |
 * | `GET /page/changes?as=U…` | server-sent events; each `data:` is a whole new `Snapshot`, the first at once |
 * | `POST /page/do` | takes a `Deed` as `application/json`, answers a `Done` |
 *
 * All moments are milliseconds since 1970 by the stand-in's own clock, which can be moved on; a `ts` is Slack's id of a message.
 */
export const PATHS = { seen: "/page/seen", changes: "/page/changes", do: "/page/do" } as const;

/** What one reader sees. What is private to somebody else is not in it. */
export type Snapshot = {
  /** Grows with every change. */
  readonly rev: number;
  readonly now: number;
  /** The reader's user id. */
  readonly reader: string;
  readonly people: readonly Person[];
  readonly bot: Bot;
  /** What the reader can open: channels they are in, public ones they are not, and direct messages. */
  readonly channels: readonly Channel[];
  /** By channel id, oldest first: thread replies stand among the others, and carry `thread`. */
  readonly messages: Readonly<Record<string, readonly Message[]>>;
  /** The Home tab the bot published for the reader, or null before the first. */
  readonly home: View | null;
  /** The topmost modal open for the reader, or null. */
  readonly modal: Modal | null;
  readonly readyThreads: readonly ReadyThread[];
  /** What the bot read and why it asked or kept quiet, oldest first. Nobody's in particular: for the drawer. */
  readonly traces: readonly Trace[];
};

export type Presence = "active" | "away";

export type Person = {
  readonly id: string;
  readonly name: string;
  /** What they do: "Engineer", "PM", … */
  readonly title: string;
  /** IANA time zone. */
  readonly zone: string;
  readonly presence: Presence;
  readonly doNotDisturb: boolean;
  /** The other company's name, for somebody from outside. */
  readonly company?: string;
};

export type Bot = {
  /** The bot's user id: the `user` of its messages, and whom to open a direct message with. */
  readonly id: string;
  readonly name: string;
  /** Whether the bot process is connected to the stand-in now. */
  readonly connected: boolean;
  readonly commands: readonly {
    readonly command: string;
    readonly description: string;
    readonly usageHint: string;
  }[];
  readonly shortcuts: readonly {
    readonly callbackId: string;
    readonly name: string;
    /** `message`: in the menu of a message; `global`: beside the message box. */
    readonly type: "message" | "global";
  }[];
};

export type Channel = {
  readonly id: string;
  /** Without "#"; for a direct message the bot's name. */
  readonly name: string;
  readonly kind: "public" | "private" | "direct";
  /** The other company's name, where the channel is shared with one. */
  readonly sharedWith?: string;
  readonly members: readonly string[];
  /** Whether the reader is in it. A public channel can be read and joined by anybody. */
  readonly member: boolean;
  /** Whether the bot was invited. */
  readonly hasBot: boolean;
};

export type Message = {
  readonly ts: string;
  /** The parent's ts, on replies. */
  readonly thread?: string;
  /** A person's or the bot's id. */
  readonly user: string;
  /** Slack's markup, escaped as Slack does. With `blocks`, it is what a notification shows. */
  readonly text: string;
  readonly blocks?: readonly KnownBlock[];
  readonly attachments?: readonly MessageAttachment[];
  readonly files?: readonly { readonly id: string; readonly name: string }[];
  readonly edited?: true;
  /** A reply that was also sent to the channel. */
  readonly broadcast?: true;
  /** Only the reader sees this message ("Only visible to you"): it can be pressed, not edited or deleted. */
  readonly private?: true;
  /** Drawn small: somebody joined or left. */
  readonly notice?: true;
  readonly reactions?: readonly { readonly name: string; readonly users: readonly string[] }[];
  /** How many replies stand in this message's thread; private ones are not counted. */
  readonly replies: number;
  /** What Copy link gives: works in `/askwhy why <link>`. */
  readonly link: string;
};

export type Modal = {
  readonly id: string;
  readonly view: View;
  /** What the bot refused after a submit, by block_id. */
  readonly errors: Readonly<Record<string, string>>;
};

/** What was read in one message, and what came of it. The bot in the playground reports these. */
export type Trace = {
  readonly at: number;
  readonly channel: string;
  /** The message it is about. */
  readonly ts: string;
  /** The step: "read", "chosen", "kept quiet", "delivered", "verdict", … */
  readonly step: string;
  readonly lines: readonly { readonly label: string; readonly text: string }[];
};

/** A short story to play with one click: its lines are said by their speakers, one after another. */
export type ReadyThread = {
  readonly id: string;
  readonly title: string;
  /** One sentence: what to look for. */
  readonly about: string;
  readonly channel: string;
  readonly lines: readonly { readonly by: string; readonly text: string }[];
};

/**
 * What was put into one field. A text, a number or a date as string; a select, radio buttons or overflow: the option's `value`, the user or
 * conversation id; checkboxes and multi-selects: a list of those. Null for nothing.
 */
export type Filled = string | readonly string[] | null;
/** Fields by block_id and action_id. */
export type Fields = Readonly<Record<string, Readonly<Record<string, Filled>>>>;

/** Where a pressed thing stands. */
export type Surface =
  | { readonly on: "message"; readonly channel: string; readonly ts: string }
  | { readonly on: "home" }
  | { readonly on: "modal"; readonly id: string };

/** What somebody does. `as` is who. */
export type Deed = { readonly as: string } & (
  | {
      readonly do: "say";
      readonly channel: string;
      readonly text: string;
      readonly thread?: string;
      readonly broadcast?: boolean;
      /** The name of a file to share along. */
      readonly file?: string;
    }
  | { readonly do: "edit"; readonly channel: string; readonly ts: string; readonly text: string }
  | { readonly do: "delete"; readonly channel: string; readonly ts: string }
  | { readonly do: "react"; readonly channel: string; readonly ts: string; readonly name: string }
  | { readonly do: "join" | "leave" | "invite-bot" | "remove-bot"; readonly channel: string }
  /** A button, select, overflow or other element with an action_id. `fields` are the form's present values, for inputs beside it. */
  | {
      readonly do: "press";
      readonly surface: Surface;
      readonly block: string;
      readonly action: string;
      /** The chosen option of an overflow or select, the date of a picker; nothing for a button. */
      readonly chosen?: Filled;
      readonly fields?: Fields;
    }
  | { readonly do: "submit"; readonly id: string; readonly fields: Fields }
  | { readonly do: "close"; readonly id: string }
  /** A slash command with all that follows: "/askwhy help". */
  | { readonly do: "command"; readonly channel: string; readonly text: string }
  | {
      readonly do: "message-shortcut";
      readonly callbackId: string;
      readonly channel: string;
      readonly ts: string;
    }
  | { readonly do: "global-shortcut"; readonly callbackId: string }
  | { readonly do: "open-home" }
  | { readonly do: "presence"; readonly presence: Presence }
  | { readonly do: "do-not-disturb"; readonly on: boolean }
  /** Moves the clock on, never back. */
  | { readonly do: "move-clock"; readonly to: number }
  | { readonly do: "play"; readonly ready: string }
);

/** What became of a deed. `error` is a sentence to show. */
export type Done =
  | {
      readonly ok: true;
      /** The message that was said, for "say". */
      readonly ts?: string;
    }
  | { readonly ok: false; readonly error: string };
