import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    // Half of the time is spent waiting for processes of our own: two files at once, on a machine of two cores as well.
    maxWorkers: 2,
    // Longer than the stand-in's patience, which says what there was when something did not happen.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
