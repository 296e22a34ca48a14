import * as z from "zod";
import { type Outside, type Person, type Place, type PlaceFacts, type Refused } from "../telling/outside.ts";
import { type Caller, isRefused } from "./calls.ts";
import { forAWhile } from "./for-a-while.ts";
import type { Bot } from "./message.ts";
import { history, latest, posted, understood } from "./past.ts";

/** Presence is a hint that ages fast (docs: users.getPresence); everything looked up is asked again after this. */
const FRESH = 60_000;

export type Looking = Pick<
  Outside,
  "history" | "latest" | "posted" | "person" | "place" | "isMember" | "group"
> & {
  /** The bot came or went: what was known of the channel is asked anew. */
  readonly forget: (place: Place) => void;
};

export type LookingParts = { readonly caller: Caller; readonly bot: Bot; readonly now: () => number };

/** What can be looked up in Slack: people, channels, what was said. */
export function looking(parts: LookingParts): Looking {
  const { caller, bot, now } = parts;
  const people = forAWhile<Person>(FRESH, now);
  const places = forAWhile<PlaceFacts | Refused>(FRESH, now);
  const members = forAWhile<boolean>(FRESH, now);
  const groups = forAWhile<readonly string[]>(FRESH, now);
  return {
    person: (team, user) => people(`${team} ${user}`, () => person(parts, team, user)),
    place: (at) => places(spot(at), () => place(caller, at)),
    isMember: (at, user) => members(`${spot(at)} ${user}`, () => isMember(caller, at, user)),
    group: (team, id) => groups(`${team} ${id}`, () => group(caller, id)),
    history: (ref) => history(caller, ref, bot),
    latest: (at) => latest(caller, at, bot),
    posted: (ref) => posted(caller, ref, bot),
    forget: (at) => places.forget(spot(at)),
  };
}

function spot({ team, channel }: Place): string {
  return `${team} ${channel}`;
}

const userInfo = z.object({
  user: z.object({
    tz: z.string().nullish(),
    team_id: z.string().nullish(),
    deleted: z.boolean().nullish(),
    is_admin: z.boolean().nullish(),
    is_owner: z.boolean().nullish(),
    is_bot: z.boolean().nullish(),
    is_restricted: z.boolean().nullish(),
    is_ultra_restricted: z.boolean().nullish(),
    is_stranger: z.boolean().nullish(),
    enterprise_user: z.unknown().optional(),
  }),
});
const presence = z.object({ presence: z.string() });
const quiet = z.object({
  next_dnd_start_ts: z.number().nullish(),
  next_dnd_end_ts: z.number().nullish(),
  snooze_enabled: z.boolean().nullish(),
  snooze_endtime: z.number().nullish(),
});

async function person({ caller, now }: LookingParts, team: string, user: string): Promise<Person> {
  const [info, here, dnd] = await Promise.all([
    caller.ask("users.info", { user }),
    caller.ask("users.getPresence", { user }),
    caller.ask("dnd.info", { user }),
  ]);
  if (isRefused(info)) return unknownPerson(user);
  const { user: facts } = understood("users.info", userInfo, info);
  const away = isRefused(here) || facts.deleted === true;
  const foreign = facts.team_id != null && facts.team_id !== team && facts.enterprise_user === undefined;
  return {
    id: user,
    zone: zone(facts.tz),
    active: !away && understood("users.getPresence", presence, here).presence === "active",
    doNotDisturb: !isRefused(dnd) && isQuiet(understood("dnd.info", quiet, dnd), now() / 1000),
    admin: facts.is_admin === true || facts.is_owner === true,
    bot: facts.is_bot === true,
    stranger:
      foreign ||
      facts.is_stranger === true ||
      facts.is_restricted === true ||
      facts.is_ultra_restricted === true,
  };
}

/** Somebody Slack tells us nothing about: treated with the most reserve. */
function unknownPerson(id: string): Person {
  return {
    id,
    zone: "Etc/UTC",
    active: false,
    doNotDisturb: false,
    admin: false,
    bot: false,
    stranger: true,
  };
}

function zone(tz: string | null | undefined): string {
  if (!tz) return "Etc/UTC";
  try {
    new Intl.DateTimeFormat("en", { timeZone: tz }).format(0);
    return tz;
  } catch {
    return "Etc/UTC";
  }
}

function isQuiet(dnd: z.infer<typeof quiet>, seconds: number): boolean {
  const snoozed = dnd.snooze_enabled === true && (dnd.snooze_endtime ?? 0) > seconds;
  return snoozed || ((dnd.next_dnd_start_ts ?? Infinity) <= seconds && seconds < (dnd.next_dnd_end_ts ?? 0));
}

const channelInfo = z.object({
  channel: z.object({
    name: z.string().default(""),
    is_private: z.boolean().nullish(),
    is_member: z.boolean().nullish(),
    is_ext_shared: z.boolean().nullish(),
    is_pending_ext_shared: z.boolean().nullish(),
  }),
});

async function place(caller: Caller, { channel }: Place): Promise<PlaceFacts | Refused> {
  const answer = await caller.ask("conversations.info", { channel });
  if (isRefused(answer)) return answer;
  const { channel: facts } = understood("conversations.info", channelInfo, answer);
  return {
    name: facts.name,
    private: facts.is_private === true,
    shared: facts.is_ext_shared === true || facts.is_pending_ext_shared === true,
    member: facts.is_member === true,
  };
}

const page = { response_metadata: z.object({ next_cursor: z.string().nullish() }).nullish() };
const memberPage = z.object({ members: z.array(z.string()), ...page });
/** 20 pages of 1000: larger channels are no planning channels. */
const MOST_PAGES = 20;

async function isMember(caller: Caller, { channel }: Place, user: string): Promise<boolean> {
  let cursor: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const answer = await caller.ask("conversations.members", {
      channel,
      limit: 1000,
      ...(cursor && { cursor }),
    });
    if (isRefused(answer)) return false;
    const { members, response_metadata } = understood("conversations.members", memberPage, answer);
    if (members.includes(user)) return true;
    cursor = response_metadata?.next_cursor ?? undefined;
    if (!cursor) return false;
  }
  return false;
}

const groupUsers = z.object({ users: z.array(z.string()) });

async function group(caller: Caller, usergroup: string): Promise<readonly string[]> {
  const answer = await caller.ask("usergroups.users.list", { usergroup });
  return isRefused(answer) ? [] : understood("usergroups.users.list", groupUsers, answer).users;
}
