/**
 * Loaded before the bot's own code: the process then lives at another time of day than the machine, so that a test run at
 * night or on a Sunday still meets people at work. `SHIFT_CLOCK_MS` says by how much.
 */
const shift = Number(process.env["SHIFT_CLOCK_MS"] ?? 0);
const real = Date.now;
Date.now = () => real() + shift;
