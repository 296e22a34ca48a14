import type { Person } from "../../src/telling/outside.ts";

/** Somebody at work, of whom there is nothing particular to tell. */
export const somebody = (id: string): Person => ({
  id,
  zone: "Etc/UTC",
  active: true,
  doNotDisturb: false,
  admin: false,
  bot: false,
  stranger: false,
});
