import { LRUCache } from "lru-cache";
import type { Message, Ts } from "../threads/thread.ts";

/** How many messages are remembered at once, and how much of each. */
const MOST_REMEMBERED = 5000;
const MOST_TEXT = 500;

/** What was said last in each thread and channel: its words where they matter to what is said next, in memory alone. */
export type LastSaid = {
  /** What was said just before a message in its thread or channel, as far as it matters; of a message that was new once, the one from then: an edited "3 weeks" still answers "how long?". */
  before(message: Message): string | undefined;
  /** Takes a new message in; `tells` says whether its words matter to the next. */
  follow(message: Message, tells: boolean): void;
  /** A message was deleted: its words are let go. */
  unsay(team: string, channel: string, ts: Ts): void;
  /** All words are let go. */
  readonly letGo: () => void;
};

/** `text` is undefined where the words do not matter. */
type Said = { readonly ts: Ts; readonly text: string | undefined };

export function lastSaid(): LastSaid {
  const last = memory();
  const befores = memory();
  const saidBefore = (message: Message): Said | undefined => {
    const known = befores.size > 0 ? befores.get(ownKey(message)) : undefined;
    if (known !== undefined) return known;
    if (last.size === 0) return undefined;
    const said = last.get(placeKey(message)) ?? (message.thread && last.get(rootKey(message)));
    // Delivered again, or late: what was said since was not before it.
    return said && said.ts < message.ts ? said : undefined;
  };
  return {
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
    letGo() {
      last.clear();
      befores.clear();
    },
  };
}

const placeKey = ({ team, channel, thread }: Message) => `${team}/${channel}/${thread ?? ""}`;
const ownKey = ({ team, channel, ts }: Message) => `${team}/${channel}//${ts}`;
const rootKey = ({ team, channel, thread }: Message) => `${team}/${channel}//${thread ?? ""}`;

const memory = () => new LRUCache<string, Said>({ max: MOST_REMEMBERED });
