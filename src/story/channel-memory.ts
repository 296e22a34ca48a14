import type { ChannelRecord } from "../telling/consent.ts";
import type { Message } from "../threads/thread.ts";
import { type Parts, SECOND } from "./parts.ts";
import { getChannel } from "./records.ts";

/** How long a channel's settings are trusted without asking the store again; other processes may change them. */
const TRUSTED_FOR = 10 * SECOND;
/** How many channels and threads are remembered at once, and how much of a message. */
const MOST_REMEMBERED = 5000;
const MOST_TEXT = 500;

/**
 * What this process remembers between events, and may lose at any time: each channel's settings for some seconds, so
 * that a reply costs one call to the store, and the last thing said in a thread or channel, so that "3 weeks" after "how
 * long?" is understood. The last message is held in memory alone and never written.
 */
export type ChannelMemory = {
  channel(parts: Parts, team: string, channel: string): Promise<ChannelRecord | undefined>;
  /** Takes a new message in, and gives the text of the one before it in its thread or channel. */
  follow(message: Message): string | undefined;
  /** What stood before a message when it was new, as far as is remembered: an edited "3 weeks" still answers "how long?". */
  before(message: Message): string | undefined;
  forget(team: string, channel: string): void;
};

export function channelMemory(): ChannelMemory {
  const settings = new Map<string, { readonly record: ChannelRecord | undefined; readonly until: number }>();
  const last = new Map<string, string>();
  const befores = new Map<string, string | undefined>();
  return {
    async channel(parts, team, channel) {
      const key = `${team}/${channel}`;
      const known = settings.get(key);
      if (known !== undefined && known.until > parts.now()) return known.record;
      const record = await getChannel(parts, team, channel);
      remember(settings, key, { record, until: parts.now() + TRUSTED_FOR });
      return record;
    },
    follow(message) {
      const place = `${message.team}/${message.channel}`;
      const own = `${place}//${message.ts}`;
      // Delivered again.
      if (befores.has(own)) return befores.get(own);
      const key = `${place}/${message.thread ?? ""}`;
      // A thread's first reply follows its root, which was said in the channel.
      const root = message.thread && `${place}//${message.thread}`;
      const before = last.get(key) ?? (root && last.get(root));
      remember(last, key, message.text.slice(0, MOST_TEXT));
      if (message.thread === undefined) remember(last, own, message.text.slice(0, MOST_TEXT));
      remember(befores, own, before);
      return before;
    },
    before: ({ team, channel, ts }) => befores.get(`${team}/${channel}//${ts}`),
    forget(team, channel) {
      settings.delete(`${team}/${channel}`);
    },
  };
}

/** Maps keep their order of insertion, so the first key is the oldest. */
function remember<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  const oldest = map.size > MOST_REMEMBERED ? map.keys().next().value : undefined;
  if (oldest !== undefined) map.delete(oldest);
}
