import { randomUUID } from "node:crypto";

/** Slack's figures: five uses within thirty minutes. */
const USES = 5;
const LIVES_MS = 30 * 60_000;

/** What a response URL answers to. `ts` is the message that was pressed, if it was one. */
export type Answerable = { readonly user: string; readonly channel: string; readonly ts?: string };

export type ResponseUrls = {
  make(to: Answerable): string;
  /** Uses it once. Gives why not, in Slack's word, where that cannot be. */
  use(id: string): Answerable | "expired_url" | "used_url" | "no_such_url";
};

export function makeResponseUrls(parts: {
  readonly now: () => number;
  readonly base: () => string;
}): ResponseUrls {
  const made = new Map<string, { readonly to: Answerable; readonly at: number; left: number }>();
  return {
    make(to) {
      const id = randomUUID();
      made.set(id, { to, at: parts.now(), left: USES });
      return `${parts.base()}${id}`;
    },
    use(id) {
      const url = made.get(id);
      if (url === undefined) return "no_such_url";
      if (parts.now() - url.at > LIVES_MS) return "expired_url";
      if (url.left === 0) return "used_url";
      url.left -= 1;
      return url.to;
    },
  };
}
