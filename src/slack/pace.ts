import { setTimeout as pause } from "node:timers/promises";
import { type Lane, StoreError } from "../store/store.ts";
import { OutsideError } from "../telling/outside.ts";

/** So many calls at once, and so many a minute from then on: in no minute more than both together. */
type Limit = { readonly burst: number; readonly perMinute: number };

/**
 * Slack's tiers count per method and workspace (docs.slack.dev, apis/web-api/rate-limits): 20, 50 and 100 a minute. A fifth of
 * each may come at once.
 */
const TIER_2: Limit = { burst: 4, perMinute: 16 };
const TIER_3: Limit = { burst: 10, perMinute: 40 };
const TIER_4: Limit = { burst: 20, perMinute: 80 };
/** Posting: one a second in a channel, short bursts allowed, and a few hundred a minute in a workspace (the same page). */
const CHANNEL: Limit = { burst: 3, perMinute: 60 };
const POSTS: Limit = { burst: 40, perMinute: 160 };

/** The limit of each method we call, as its page of the reference says; what is not named here counts as tier 3. */
const METHODS: Readonly<Record<string, Limit>> = {
  "chat.postMessage": POSTS,
  "chat.postEphemeral": TIER_4,
  "conversations.members": TIER_4,
  "users.info": TIER_4,
  "views.open": TIER_4,
  "views.publish": TIER_4,
  "usergroups.users.list": TIER_2,
};
const IN_A_CHANNEL: ReadonlySet<string> = new Set(["chat.postMessage", "chat.postEphemeral"]);

/** No call waits longer for its turn, in milliseconds: it is refused with the time at which to come again. */
const LONGEST_WAIT = 10_000;

export type PaceParts = {
  readonly now: () => number;
  /** Books the turn of a call in lanes that all processes share: `Store.book` for this workspace. */
  readonly book: (lanes: readonly Lane[], now: number, most: number) => Promise<number>;
  /** How much of Slack's limits may be used: 1 for all of them, unless told. */
  readonly share?: number;
  readonly wait?: (ms: number) => Promise<unknown>;
};

/** Keeps the calls to one workspace within Slack's limits, those of all processes together. */
export type Pace = {
  /**
   * Resolves when this call may be made, first come, first served. Rejects with an `OutsideError` that says when to come again
   * where that would take more than ten seconds, or where Slack asked for a pause.
   */
  turn(method: string, channel: unknown): Promise<void>;
  /** Slack wants no such call before `until`. Posts are counted by channel, everything else by method. */
  shut(method: string, channel: unknown, until: number): void;
};

export function makePace({ now, book, share = 1, wait = pause }: PaceParts): Pace {
  const shut = new Map<string, number>();

  function refuseIfShut(method: string, channel: unknown): void {
    const lane = laneOf(method, channel);
    const until = shut.get(lane) ?? 0;
    if (until > now()) throw tooEarly(method, until);
    shut.delete(lane);
  }

  return {
    async turn(method, channel) {
      refuseIfShut(method, channel);
      const asked = now();
      // Without the store nobody knows when the turn is. Slack itself says so, should it be too early.
      const turn = await book(lanesOf(method, channel, share), asked, LONGEST_WAIT).catch(
        (error: unknown) => {
          if (error instanceof StoreError) return asked;
          throw error;
        },
      );
      if (turn > asked + LONGEST_WAIT) throw tooEarly(method, turn);
      if (turn > asked) await wait(turn - asked);
      refuseIfShut(method, channel);
    },
    shut: (method, channel, until) => void shut.set(laneOf(method, channel), until),
  };
}

const tooEarly = (method: string, retryAt: number) =>
  new OutsideError(`Slack wants ${method} later`, { retryAt });

const laneOf = (method: string, channel: unknown) =>
  method === "chat.postMessage" ? `${method} ${String(channel)}` : method;

function lanesOf(method: string, channel: unknown, share: number): Lane[] {
  const own = laneFor(method, METHODS[method] ?? TIER_3, share);
  return IN_A_CHANNEL.has(method) ? [own, laneFor(`in ${String(channel)}`, CHANNEL, share)] : [own];
}

function laneFor(name: string, { burst, perMinute }: Limit, share: number): Lane {
  const every = 60_000 / (perMinute * share);
  return { name, every, ahead: (Math.max(1, Math.floor(burst * share)) - 1) * every };
}
