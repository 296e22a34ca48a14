import type { Bot } from "../wire.ts";

/** The bot as its workspace knows it: ids, tokens, and what its manifest asked for. */
export type AppFacts = {
  readonly id: string;
  readonly botUser: string;
  readonly botId: string;
  readonly name: string;
  /** The token of its first installation here. */
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: readonly string[];
  /** Names of the events subscribed to. */
  readonly events: readonly string[];
  readonly commands: Bot["commands"];
  readonly shortcuts: Bot["shortcuts"];
};

export const BOT_USER = "U0ASKWHY";
export const BOT_ID = "B0ASKWHY";
export const APP_ID = "A0ASKWHY";
/** What to put into the bot's settings to reach the stand-in. They open no door anywhere else. */
export const BOT_TOKEN = "xoxb-playground";
export const APP_TOKEN = "xapp-playground";
export const SIGNING_SECRET = "playground-signing-secret";
export const CLIENT_ID = "1000000001.2000000002";
export const CLIENT_SECRET = "playground-client-secret";

/** The parts of an app manifest the stand-in looks at. Names as in Slack's manifest reference. */
export type Manifest = {
  readonly features?: {
    readonly slash_commands?: readonly {
      readonly command: string;
      readonly description?: string;
      readonly usage_hint?: string;
    }[];
    readonly shortcuts?: readonly {
      readonly name: string;
      readonly type: "message" | "global";
      readonly callback_id: string;
    }[];
  };
  readonly oauth_config?: { readonly scopes?: { readonly bot?: readonly string[] } };
  readonly settings?: { readonly event_subscriptions?: { readonly bot_events?: readonly string[] } };
};

/**
 * What the app may do and hears, read from its own manifest, so that a forgotten scope or event shows here too. `nth` tells
 * workspaces on the same stand-in apart: the bot is another user in each, with another token.
 */
export function appFacts(manifest: Manifest, nth: number): AppFacts {
  const { features } = manifest;
  const own = nth === 0 ? "" : String(nth + 1);
  return {
    id: APP_ID,
    botUser: `${BOT_USER}${own}`,
    botId: `${BOT_ID}${own}`,
    name: "Askwhy",
    botToken: `${BOT_TOKEN}${own}`,
    clientId: CLIENT_ID,
    clientSecret: CLIENT_SECRET,
    appToken: APP_TOKEN,
    signingSecret: SIGNING_SECRET,
    scopes: manifest.oauth_config?.scopes?.bot ?? [],
    events: manifest.settings?.event_subscriptions?.bot_events ?? [],
    commands: (features?.slash_commands ?? []).map((command) => ({
      command: command.command,
      description: command.description ?? "",
      usageHint: command.usage_hint ?? "",
    })),
    shortcuts: (features?.shortcuts ?? []).map((shortcut) => ({
      callbackId: shortcut.callback_id,
      name: shortcut.name,
      type: shortcut.type,
    })),
  };
}
