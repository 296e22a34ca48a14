import { LRUCache } from "lru-cache";
import type { ChannelRecord } from "../telling/consent.ts";
import type { Message, Ts } from "../threads/thread.ts";
import { type Parts, SECOND } from "./parts.ts";
import { channelAndNotRead, notRead } from "./not-read.ts";

/** How long settings and switches are trusted without asking the store again; other processes may change them. */
export const TRUSTED_FOR = 10 * SECOND;
/** How many channels and messages are remembered at once, and how much of a message. */
const MOST_REMEMBERED = 5000;
const MOST_TEXT = 500;

/**
 * What this process remembers between events, and may lose at any time: each channel's settings for some seconds, so
 * that a reply costs one call to the store, and, where the last thing said in a thread or channel asked for an estimate or gave one, its words,
 * so that "3 weeks" after "how long?" is understood. Those words are held in memory alone and never written.
 */
export type ChannelMemory = {
  channel(parts: Parts, team: string, channel: string): Promise<ChannelRecord | undefined>;
  /** What was said just before a message in its thread or channel, as far as it matters; of a message that was new once, the one from then: an edited "3 weeks" still answers "how long?". */
  before(message: Message): string | undefined;
  /** Takes a new message in; `tells` says whether its words matter to the next. */
  follow(message: Message, tells: boolean): void;
  /** A message was deleted: its words are let go. */
  unsay(team: string, channel: string, ts: Ts): void;
  forget(team: string, channel: string): void;
  /** Settings of a workspace's channels were changed. */
  forgetChannels(team: string): void;
  /** The people of a workspace whose messages are not read. */
  unread(parts: Parts, team: string): Promise<ReadonlySet<string>>;
  /**
   * Whether the author was not to be read when somebody last looked: a first glance, which costs a call to the store only
   * where nobody has looked yet.
   */
  wasUnread(parts: Parts, message: Message): Promise<boolean>;
  /** Somebody changed whether they are read, or is forgotten: these are not read now, and what was said last is let go. */
  nowUnread(parts: Parts, team: string, unread: ReadonlySet<string>): void;
  /** Nothing more is known of a workspace's people. */
  forgetPeople(team: string): void;
};

/** `text` is undefined where the words do not matter. */
type Said = { readonly ts: Ts; readonly text: string | undefined };

export function channelMemory(): ChannelMemory {
  const settings = memory<{ readonly record: ChannelRecord | undefined; readonly until: number }>();
  const last = memory<Said>();
  const befores = memory<Said>();
  const people = memory<{ readonly unread: ReadonlySet<string>; readonly until: number }>();
  const looks = new Map<string, Promise<ReadonlySet<string>>>();
  const letGo = () => {
    last.clear();
    befores.clear();
  };
  /** What was changed here while the store was asked is newer than its answer. */
  const hold = (team: string, held: unknown, looked: { unread: ReadonlySet<string>; until: number }) => {
    const now = people.get(team);
    if (now !== undefined && now !== held) return now.unread;
    people.set(team, looked);
    return looked.unread;
  };
  const lookUp = async (parts: Parts, team: string, channel: string) => {
    const held = people.get(team);
    const [record, unread] = await channelAndNotRead(parts, team, channel);
    const until = parts.now() + TRUSTED_FOR;
    settings.set(`${team}/${channel}`, { record, until });
    return { record, unread: hold(team, held, { unread, until }) };
  };
  /** One look for all messages that come in meanwhile. */
  const firstLook = (parts: Parts, { team, channel }: Message) => {
    const begun = looks.get(team) ?? lookUp(parts, team, channel).then(({ unread }) => unread);
    looks.set(team, begun);
    return begun.finally(() => looks.delete(team));
  };
  const saidBefore = (message: Message): Said | undefined => {
    const known = befores.size > 0 ? befores.get(ownKey(message)) : undefined;
    if (known !== undefined) return known;
    if (last.size === 0) return undefined;
    const said = last.get(placeKey(message)) ?? (message.thread && last.get(rootKey(message)));
    // Delivered again, or late: what was said since was not before it.
    return said && said.ts < message.ts ? said : undefined;
  };
  return {
    async channel(parts, team, channel) {
      const known = settings.get(`${team}/${channel}`);
      if (known !== undefined && known.until > parts.now()) return known.record;
      return (await lookUp(parts, team, channel)).record;
    },
    before(message) {
      return saidBefore(message)?.text;
    },
    follow(message, tells) {
      const before = saidBefore(message);
      if (before?.text !== undefined) befores.set(ownKey(message), before);
      const place = placeKey(message);
      const { thread } = message;
      // What mattered is written over, not deleted: the same key deleted and set again and again makes a map slow.
      if (!tells && !last.has(place) && !(thread !== undefined && last.has(rootKey(message)))) return;
      const said = { ts: message.ts, text: tells ? message.text.slice(0, MOST_TEXT) : undefined };
      last.set(place, said);
      // A thread's first reply follows its root, which was said in the channel.
      if (tells && thread === undefined) last.set(ownKey(message), said);
    },
    unsay(team, channel, ts) {
      const place = `${team}/${channel}/`;
      for (const held of [last, befores]) {
        // All first: what is set moves to the front of the line that is walked along.
        const its = [...held.entries()].filter(([key, said]) => said.ts === ts && key.startsWith(place));
        for (const [key] of its) held.set(key, { ts, text: undefined });
      }
    },
    forget(team, channel) {
      settings.delete(`${team}/${channel}`);
    },
    forgetChannels(team) {
      for (const key of settings.keys()) if (key.startsWith(`${team}/`)) settings.delete(key);
    },
    async unread(parts, team) {
      const known = people.get(team);
      if (known !== undefined && known.until > parts.now()) return known.unread;
      const unread = await notRead(parts, team);
      return hold(team, known, { unread, until: parts.now() + TRUSTED_FOR });
    },
    async wasUnread(parts, message) {
      const unread = people.get(message.team)?.unread ?? (await firstLook(parts, message));
      return unread.has(message.user);
    },
    nowUnread(parts, team, unread) {
      people.set(team, { unread, until: parts.now() + TRUSTED_FOR });
      letGo();
    },
    forgetPeople(team) {
      people.delete(team);
      letGo();
    },
  };
}

const placeKey = ({ team, channel, thread }: Message) => `${team}/${channel}/${thread ?? ""}`;
const ownKey = ({ team, channel, ts }: Message) => `${team}/${channel}//${ts}`;
const rootKey = ({ team, channel, thread }: Message) => `${team}/${channel}//${thread ?? ""}`;

const memory = <T extends object>() => new LRUCache<string, T>({ max: MOST_REMEMBERED });
