import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    // Longer than the stand-in's patience, which says what there was when something did not happen.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
