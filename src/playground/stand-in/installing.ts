import { randomUUID } from "node:crypto";
import { Refusal } from "./refusal.ts";
import type { World } from "./world.ts";

/** The app as a workspace installed it: its tokens, and the codes that are on their way to become one. */
export type Installing = {
  /** Somebody allows the installation: the code that Slack sends back with the browser. */
  allow(wishes: { readonly organisation: boolean }): string;
  /** Takes the code, once; undefined where it is none of this workspace's. */
  exchange(code: string): { readonly token: string; readonly organisation: boolean } | undefined;
  /** True for a code that waits to be taken. */
  gaveOut(code: unknown): boolean;
  /** True for a token of this workspace, also one that was withdrawn. */
  knows(token: string | undefined): boolean;
  /** Refuses a token that was withdrawn. */
  check(token: string): void;
  /** Withdraws one token, or where none is named, all of them. */
  withdraw(token?: string): void;
};

/** `first` is the token the workspace begins with; later ones are numbered. Without it, nothing is installed yet. */
export function makeInstalling(first: string, installed: boolean): Installing {
  const tokens = new Map<string, "good" | "account_inactive" | "token_revoked">();
  const codes = new Map<string, { readonly organisation: boolean }>();
  if (installed) tokens.set(first, "good");
  const issue = (organisation: boolean) => {
    // A workspace that installs the app again while it is there keeps its token, as with Slack.
    const kept = [...tokens].find(([, state]) => state === "good");
    const token = kept?.[0] ?? (tokens.size === 0 ? first : `${first}-${tokens.size + 1}`);
    tokens.set(token, "good");
    return { token, organisation };
  };
  return {
    allow(wishes) {
      const code = randomUUID();
      codes.set(code, wishes);
      return code;
    },
    exchange(code) {
      const wishes = codes.get(code);
      codes.delete(code);
      return wishes && issue(wishes.organisation);
    },
    gaveOut: (code) => codes.has(String(code)),
    knows: (token) => token !== undefined && tokens.has(token),
    check(token) {
      const state = tokens.get(token) ?? "invalid_auth";
      if (state !== "good") throw new Refusal(state);
    },
    withdraw(token) {
      if (token !== undefined) tokens.set(token, "token_revoked");
      else for (const one of tokens.keys()) tokens.set(one, "account_inactive");
    },
  };
}

/** The workspace a call is for: the one that gave the token out, or the code. Whoever has neither is the first one's. */
export function worldFor(street: readonly World[], token: string | undefined, code: unknown): World {
  const [first] = street;
  if (first === undefined) throw new Error("there is no workspace");
  return street.find(({ installing }) => installing.knows(token) || installing.gaveOut(code)) ?? first;
}
