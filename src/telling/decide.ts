import type { ThreadRef } from "../threads/thread.ts";
import { type ChannelRecord, DEFAULT_BUDGET, type PersonRecord } from "./consent.ts";
import type { Person, PlaceFacts } from "./outside.ts";
import { dayOf, isWorkingTime } from "./working-day.ts";

/** What to do with a suggestion for one PM: whisper it now, let it wait in Home, or leave it. */
export type Decision = { readonly how: "whisper" | "wait" | "never"; readonly reason: string };

/** Everything the decision rests on. */
export type Case = {
  readonly now: number;
  readonly ref: ThreadRef;
  readonly channel: ChannelRecord;
  readonly facts: PlaceFacts;
  readonly record: PersonRecord;
  readonly person: Person;
  /** Whether they are in the channel. */
  readonly member: boolean;
  /** The ids of the questions to be suggested. */
  readonly questions?: readonly string[];
};

export const USED_UP = "today's nudges are used up";
/** What cannot be looked up counts as shared: rather silent than wrong. */
export const UNKNOWN_PLACE: PlaceFacts = { name: "", private: true, shared: true, member: false };

type Rule = { readonly how: Decision["how"]; readonly reason: string; readonly holds: (c: Case) => boolean };

/** From top to bottom, the first that holds decides: who may hear it at all, then whether now is the time. */
const RULES: readonly Rule[] = [
  {
    how: "never",
    reason: "nudges are not switched on here",
    holds: (c) => !c.channel.nudged.includes(c.person.id),
  },
  {
    how: "never",
    reason: "guests and people of other companies get no nudges",
    holds: (c) => c.person.stranger || c.person.bot,
  },
  {
    how: "never",
    reason: "they are not in the channel any more",
    holds: (c) => !c.member,
  },
  {
    how: "never",
    reason: "the channel is shared with another company and nobody of this workspace agreed to nudges",
    holds: (c) => c.facts.shared && c.channel.sharedAgreedBy === undefined,
  },
  { how: "never", reason: "nudges were paused", holds: (c) => isMuted(c.record, c.now) },
  {
    how: "never",
    reason: "this thread was muted",
    holds: (c) => c.record.mutedThreads.includes(threadName(c.ref)),
  },
  {
    how: "never",
    reason: "these questions were muted here",
    holds: (c) =>
      c.questions !== undefined &&
      c.questions.length > 0 &&
      c.questions.every((id) => hiddenIn(c.record, c.ref.channel).includes(id)),
  },
  {
    how: "wait",
    reason: USED_UP,
    holds: (c) => spentToday(c.record, c.now, c.person.zone) >= (c.channel.budget ?? DEFAULT_BUDGET),
  },
  {
    how: "wait",
    reason: "it was outside working hours",
    holds: (c) => !isWorkingTime(c.now, c.person.zone, c.record.workday),
  },
  { how: "wait", reason: "do not disturb was on", holds: (c) => c.person.doNotDisturb },
  { how: "wait", reason: "not active in Slack at that moment", holds: (c) => !c.person.active },
];

export function decide(c: Case): Decision {
  const rule = RULES.find((one) => one.holds(c));
  return rule === undefined
    ? { how: "whisper", reason: "active in Slack" }
    : { how: rule.how, reason: rule.reason };
}

export function isMuted(record: PersonRecord, now: number): boolean {
  return record.mutedUntil !== undefined && record.mutedUntil > now;
}

/** The questions a person muted in a channel. */
export function hiddenIn(record: PersonRecord, channel: string): string[] {
  const prefix = `${channel}/`;
  return record.mutedQuestions
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length));
}

/** How a thread is named in a person's switches. */
export function threadName(ref: Pick<ThreadRef, "channel" | "root">): string {
  return `${ref.channel}/${ref.root}`;
}

function spentToday(record: PersonRecord, now: number, zone: string): number {
  return record.spent.day === dayOf(now, zone) ? record.spent.offers.length : 0;
}

/** The person with one more nudge counted; the same offer counts once. */
export function spend(record: PersonRecord, offer: string, now: number, zone: string): PersonRecord {
  const day = dayOf(now, zone);
  const offers = record.spent.day === day ? record.spent.offers : [];
  return offers.includes(offer) && record.spent.day === day
    ? record
    : { ...record, spent: { day, offers: [...offers, offer] } };
}
