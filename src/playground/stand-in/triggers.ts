import { randomUUID } from "node:crypto";
import { Refusal } from "./refusal.ts";

/** Slack's figure: a trigger opens one modal within three seconds. */
const LIVES_MS = 3_000;

/** What a press or command allows: opening one modal for that person. */
export type Trigger = {
  readonly user: string;
  /** The modal it was pressed in. */
  readonly view?: string;
};

export type Triggers = {
  make(trigger: Trigger): string;
  /** Uses it up. Refuses one that is unknown, used or too old. */
  use(id: string): Trigger;
};

export function makeTriggers(now: () => number): Triggers {
  const made = new Map<string, Trigger & { readonly at: number; used: boolean }>();
  return {
    make(trigger) {
      const id = `${made.size + 1}.${randomUUID().replaceAll("-", "")}`;
      made.set(id, { ...trigger, at: now(), used: false });
      return id;
    },
    use(id) {
      const trigger = made.get(id);
      if (trigger === undefined) throw new Refusal("invalid_trigger_id");
      if (trigger.used) throw new Refusal("exchanged_trigger_id");
      if (now() - trigger.at > LIVES_MS) throw new Refusal("expired_trigger_id");
      trigger.used = true;
      return trigger;
    },
  };
}
