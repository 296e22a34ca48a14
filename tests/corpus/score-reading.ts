/**
 * Prints how well messages are read on the labelled corpus, world by world and tag by tag:
 * `npx tsx tests/corpus/score-reading.ts`. Worlds may be named; `--misses` also lists what was read wrongly.
 */
import { WORLDS } from "./labelled.ts";
import { scoreEstimates, table } from "./reading-scores.ts";

const named = WORLDS.filter((world) => process.argv.includes(world));
const worlds = named.length > 0 ? named : WORLDS;
process.stdout.write(`${table(worlds)}\n`);
if (process.argv.includes("--misses")) process.stdout.write(`${scoreEstimates(worlds).misses.join("\n")}\n`);
