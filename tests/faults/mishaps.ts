import type { FaultPlan } from "../../src/playground/stand-in/faults.ts";
import type { Chance } from "./chance.ts";
import type { Stage } from "./stage.ts";

/** What goes wrong around the bots besides their being killed: by name, how likely beside the others, and what it does. */
type Mishap = {
  readonly name: string;
  readonly share: number;
  readonly does: (stage: Stage, chance: Chance) => Promise<void> | void;
};

const METHODS = [
  "chat.postEphemeral",
  "chat.postEphemeral",
  "chat.postMessage",
  "chat.postMessage",
  "conversations.replies",
  "users.info",
  "response_url",
  "views.open",
  "*",
];

const call = (name: string, share: number, plan: (chance: Chance) => object): Mishap => ({
  name,
  share,
  does: ({ standIn }, chance) =>
    standIn.misbehave({
      on: "call",
      method: chance.pick(METHODS),
      times: chance.whole(1, 3),
      ...plan(chance),
    } as FaultPlan),
});

const event = (name: string, share: number, plan: (chance: Chance) => object): Mishap => ({
  name,
  share,
  does: ({ standIn }, chance) =>
    standIn.misbehave({ on: "events", times: chance.whole(1, 6), chance: 0.5, ...plan(chance) } as FaultPlan),
});

export const MISHAPS: readonly Mishap[] = [
  call("Slack answers 429", 8, (chance) => ({ how: "rate-limit", retryAfter: chance.whole(1, 8) })),
  call("Slack answers 500", 8, () => ({ how: "error-500" })),
  call("Slack answers half a body", 2, () => ({ how: "half-body" })),
  call("Slack's answer is lost", 2, () => ({ how: "lose-answer" })),
  call("Slack never answers", 1, () => ({ how: "hang" })),
  call("Slack is slow", 10, (chance) => ({ how: "slow", ms: chance.whole(50, 600) })),
  event("events come twice", 10, () => ({ how: "twice" })),
  event("events come late", 10, (chance) => ({ how: "late", ms: chance.whole(100, 4000) })),
  event("events come out of order", 10, (chance) => ({ how: "out-of-order", ms: chance.whole(50, 800) })),
  { name: "the socket drops", share: 8, does: ({ standIn }) => standIn.dropSocket() },
  { name: "the socket is refreshed", share: 3, does: ({ standIn }) => standIn.refreshSocket() },
  { name: "the way to the bots is cut", share: 6, does: ({ httpLine }, chance) => cutFor(httpLine, chance) },
  { name: "Redis is restarted", share: 6, does: ({ redis }) => redis?.restart() },
  { name: "Redis is cut off", share: 8, does: ({ redisLine }, chance) => cutFor(redisLine, chance) },
  {
    name: "Redis is slow",
    share: 8,
    does: ({ redisLine }, chance) => {
      redisLine?.slow(chance.whole(20, 400));
      setTimeout(() => redisLine?.mend(), chance.whole(200, 1500)).unref();
    },
  },
  {
    name: "a minute passes",
    share: 6,
    does: (stage, chance) => stage.pass(chance.whole(30_000, 90_000)),
  },
];

function cutFor(line: Stage["redisLine"], chance: Chance): void {
  line?.cut();
  setTimeout(() => line?.mend(), chance.whole(50, 1500)).unref();
}

/** Mishaps that can happen in this mode. */
export const possible = ({ mode }: Stage): readonly Mishap[] =>
  MISHAPS.filter(
    ({ name }) =>
      (mode.store === "redis" || !name.startsWith("Redis")) &&
      (mode.by === "socket" || !name.startsWith("the socket")) &&
      (mode.by === "http" || !name.startsWith("the way")),
  );

export function pickMishap(from: readonly Mishap[], chance: Chance): Mishap {
  let at = chance.number() * from.reduce((sum, { share }) => sum + share, 0);
  const found = from.find(({ share }) => (at -= share) < 0);
  if (found === undefined) throw new Error("there are no mishaps");
  return found;
}

/** Everything is well again from now on. */
export function mend(stage: Stage): void {
  stage.standIn.behave();
  stage.redisLine?.mend();
  stage.httpLine?.mend();
}
