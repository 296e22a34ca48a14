import { setTimeout as pause } from "node:timers/promises";
import type { Built } from "./built-bot.ts";
import { makeChance } from "./chance.ts";
import { mend, pickMishap, possible } from "./mishaps.ts";
import { makePresses, type Presses } from "./presses.ts";
import { reckon, type Reckoning } from "./reckoning.ts";
import { type Mode, setStage, type Stage } from "./stage.ts";
import { makeStream, type Stream } from "./stream.ts";

export type Figures = Reckoning & {
  readonly seed: number;
  readonly kills: number;
  /** What people did, and what went wrong besides, each by its name. */
  readonly done: Readonly<Record<string, number>>;
  readonly mishaps: Readonly<Record<string, number>>;
};

/** Milliseconds between two things that people do, and how many they do and press for each kill, however long that takes. */
const PACE = 60;
const STEPS = 8;
/** How often somebody presses beyond that, each time. */
const PRESSING = 0.3;

/**
 * Runs the real bot in this mode while people write, it is killed so many times, and all else goes wrong; then lets
 * everything come to rest, and reckons up. The seed settles what happens in which order, though not the millisecond in which a
 * process meets it.
 */
export async function ordeal(
  mode: Mode,
  kills: number,
  seed: number,
  built: Built,
  told: (killed: number) => void = () => {},
): Promise<Figures> {
  const stage = await setStage(mode, built, makeChance(seed + 1));
  try {
    const { standIn, places } = stage;
    const stream = makeStream(standIn, places, makeChance(seed + 2));
    const presses = makePresses(
      standIn,
      { places, written: stream.written, up: () => stage.bots.some((bot) => bot?.alive()) },
      makeChance(seed + 3),
    );
    const mishaps = await suffer(stage, { stream, presses }, kills, { seed, told });
    await presses.settled();
    await comeToRest(stage);
    const reckoning = await reckon(stage, stream.written, presses);
    await standIn.settled();
    return { ...reckoning, seed, kills, done: { ...stream.counts, ...presses.counts }, mishaps };
  } finally {
    await stage.strike();
  }
}

async function suffer(
  stage: Stage,
  { stream, presses }: { readonly stream: Stream; readonly presses: Presses },
  kills: number,
  { seed, told }: { readonly seed: number; readonly told: (killed: number) => void },
): Promise<Record<string, number>> {
  const chance = makeChance(seed);
  const counts: Record<string, number> = {};
  const pressing = makeChance(seed + 4);
  let steps = 0;
  const doing = setInterval(() => {
    // Who has something before them goes on pressing while the others rest.
    if (steps > 0 || pressing.often(PRESSING)) presses.step();
    if (steps <= 0) return;
    steps -= 1;
    stream.step();
  }, PACE);
  try {
    const from = possible(stage);
    for (let killed = 0; killed < kills; killed += 1) {
      steps = STEPS;
      const mishap = pickMishap(from, chance);
      await mishap.does(stage, chance);
      counts[mishap.name] = (counts[mishap.name] ?? 0) + 1;
      // Now and then it lives long enough to show something, and to have it pressed.
      await pause(chance.often(0.4) ? chance.whole(700, 3500) : chance.whole(20, 700));
      const victim = chance.whole(0, stage.mode.processes - 1);
      await stage.bots[victim]?.kill();
      // Where others go on without it, it may be away for a while.
      if (stage.mode.processes > 1) await pause(chance.whole(0, 500));
      await stage.start(victim);
      told(killed + 1);
    }
  } finally {
    clearInterval(doing);
  }
  return counts;
}

/** Waits until the bots have called nobody for a while: they look for due jobs every second. */
async function calm({ standIn }: Stage): Promise<void> {
  for (let calls = -1; calls !== standIn.calls.length;) {
    calls = standIn.calls.length;
    await pause(1600);
  }
}

/** Beyond any lease, and any pause between two tries. */
const A_WHILE = 6 * 60_000;
/** Rounds until nothing is left to do: five tries at a note, and as many at what they wait for. */
const MOST_ROUNDS = 40;

/** Nothing goes wrong any more, and time passes until no job is due within the next hours. */
async function comeToRest(stage: Stage): Promise<void> {
  mend(stage);
  await Promise.all(stage.bots.map((_, index) => stage.start(index)));
  await stage.standIn.until(() => stage.standIn.world.delivery.pending() === 0, 120_000);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    await calm(stage);
    const next = await stage.look((store) => store.nextDue());
    const ms = (next ?? Infinity) - stage.standIn.clock.now();
    if (ms > 3600_000) return;
    stage.pass(Math.min(Math.max(ms, 0), A_WHILE));
  }
  throw new Error("after all that time there are jobs left to do");
}
