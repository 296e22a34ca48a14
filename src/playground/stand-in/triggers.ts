import { randomUUID } from "node:crypto";
import { Refusal } from "./refusal.ts";

/** Slack's figure: a trigger opens one modal within three seconds. */
const LIVES_MS = 3_000;

export type Triggers = {
  /** Allows one modal to be opened for this person. */
  make(user: string): string;
  /** Uses it up and gives whom it was for. Refuses one that is unknown, used or too old. */
  use(id: string): string;
};

export function makeTriggers(now: () => number): Triggers {
  const made = new Map<string, { readonly user: string; readonly at: number; used: boolean }>();
  return {
    make(user) {
      const id = `${made.size + 1}.${randomUUID().replaceAll("-", "")}`;
      made.set(id, { user, at: now(), used: false });
      return id;
    },
    use(id) {
      const trigger = made.get(id);
      if (trigger === undefined) throw new Refusal("invalid_trigger_id");
      if (trigger.used) throw new Refusal("exchanged_trigger_id");
      if (now() - trigger.at > LIVES_MS) throw new Refusal("expired_trigger_id");
      trigger.used = true;
      return trigger.user;
    },
  };
}
