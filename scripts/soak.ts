import { redisAvailable } from "../tests/store/redis-server.ts";
import { buildBot } from "../tests/faults/built-bot.ts";
import { type Figures, ordeal } from "../tests/faults/ordeal.ts";
import type { Mode } from "../tests/faults/stage.ts";

/**
 * Kills the real bot, again and again, while everything around it goes wrong, and reckons up what became of every estimate:
 *
 *     npm run soak -- [--kills 200] [--seed 7] [--only socket-redis-2]
 *
 * Prints figures for each mode. Ends with 1 where a promise was broken.
 */
const wish = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const kills = Number(wish("kills") ?? 200);
const seed = Number(wish("seed") ?? Date.now() % 1_000_000);
const only = wish("only");

const MODES: readonly Mode[] = (["socket", "http"] as const).flatMap((by) => [
  { by, store: "embedded", processes: 1 },
  ...(redisAvailable ? [1, 2, 3].map((processes): Mode => ({ by, store: "redis", processes })) : []),
]);
const nameOf = ({ by, store, processes }: Mode) => `${by}-${store}-${processes}`;

function print(name: string, figures: Figures, seconds: number): void {
  const list = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .map(([what, count]) => `${count} ${what}`)
      .join(", ");
  console.log(`${name}: ${figures.kills} kills in ${Math.round(seconds)} s, seed ${figures.seed}`);
  console.log(`  people: ${list(figures.done)}`);
  console.log(`  besides: ${list(figures.mishaps)}`);
  console.log(
    `  ${figures.estimates} estimates stand: ${figures.accepted} suggested once, ${figures.silent} left with a reason; in Home: ${list(figures.inHome)}`,
  );
  const { arrived, refused, submitted, posted, told, judged, notes, noted } = figures.asked;
  console.log(
    `  ${arrived} presses arrived, ${refused} did not; ${submitted} questions submitted: ${posted} posted once, ${told} told why not; ` +
      `${judged} with clear replies; ${notes} notes on verdicts, ${noted} verdicts in Home alone`,
  );
  console.log(`  in Home although Slack had taken it: ${figures.unknowing}`);
  console.log(`  broken promises: ${figures.broken.length}`);
  for (const one of figures.broken.slice(0, 20)) console.log(`    ${one}`);
}

const built = await buildBot();
let broken = 0;
try {
  for (const mode of MODES.filter((one) => only === undefined || nameOf(one).startsWith(only))) {
    const began = performance.now();
    const figures = await ordeal(mode, kills, seed, built, (killed) => {
      if (killed % 25 === 0) console.log(`${nameOf(mode)}: ${killed} kills so far`);
    });
    print(nameOf(mode), figures, (performance.now() - began) / 1000);
    broken += figures.broken.length;
  }
} finally {
  await built.remove();
}
process.exit(broken > 0 ? 1 : 0);
