import { LRUCache } from "lru-cache";
import type { ChannelRecord } from "../telling/consent.ts";
import type { Message } from "../threads/thread.ts";
import { type LastSaid, lastSaid } from "./last-said.ts";
import { type Parts, SECOND } from "./parts.ts";
import { channelAndNotRead, notRead } from "./not-read.ts";

/** How long settings and switches are trusted without asking the store again; other processes may change them. */
export const TRUSTED_FOR = 10 * SECOND;
/** How many channels and workspaces are remembered at once. */
const MOST_REMEMBERED = 5000;

/**
 * What this process remembers between events, and may lose at any time: each channel's settings for some seconds, so
 * that a reply costs one call to the store, and, where the last thing said in a thread or channel asked for an estimate or gave one, its words,
 * so that "3 weeks" after "how long?" is understood. Those words are held in memory alone and never written.
 */
export type ChannelMemory = Pick<LastSaid, "before" | "follow" | "unsay"> & {
  channel(parts: Parts, team: string, channel: string): Promise<ChannelRecord | undefined>;
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

export function channelMemory(): ChannelMemory {
  const { letGo, ...said } = lastSaid();
  const { nowUnread, forgetPeople, ...looked } = lookedUp();
  return {
    ...said,
    ...looked,
    nowUnread(parts, team, unread) {
      nowUnread(parts, team, unread);
      letGo();
    },
    forgetPeople(team) {
      forgetPeople(team);
      letGo();
    },
  };
}

/** Settings of channels and switches of people, as the store had them some seconds ago. */
function lookedUp(): Omit<ChannelMemory, keyof LastSaid> {
  const settings = memory<{ readonly record: ChannelRecord | undefined; readonly until: number }>();
  const people = memory<{ readonly unread: ReadonlySet<string>; readonly until: number }>();
  const looks = new Map<string, Promise<ReadonlySet<string>>>();
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
  return {
    async channel(parts, team, channel) {
      const known = settings.get(`${team}/${channel}`);
      if (known !== undefined && known.until > parts.now()) return known.record;
      return (await lookUp(parts, team, channel)).record;
    },
    forget: (team, channel) => void settings.delete(`${team}/${channel}`),
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
    nowUnread: (parts, team, unread) => void people.set(team, { unread, until: parts.now() + TRUSTED_FOR }),
    forgetPeople: (team) => void people.delete(team),
  };
}

const memory = <T extends object>() => new LRUCache<string, T>({ max: MOST_REMEMBERED });
