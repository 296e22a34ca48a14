import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { manifest, SCOPES } from "../src/manifest.ts";

const socket = manifest({ socket: true });
const http = manifest({ http: "https://askwhy.example.com/" });

test("over Socket Mode there is no address", () => {
  expect(socket.settings.socket_mode_enabled).toBe(true);
  expect(JSON.stringify(socket)).not.toContain("http");
});

test("over HTTP everything leads to one address", () => {
  const url = "https://askwhy.example.com/slack/events";
  expect(http).toMatchObject({
    features: { slash_commands: [{ url }] },
    oauth_config: { redirect_urls: ["https://askwhy.example.com/slack/oauth_redirect"] },
    settings: {
      socket_mode_enabled: false,
      event_subscriptions: { request_url: url },
      interactivity: { request_url: url },
    },
  });
});

describe("Slack's limits (docs: reference/app-manifest)", () => {
  const { display_information: display, features } = socket;
  test.each([
    ["name", display.name, 1, 35],
    ["description", display.description, 1, 140],
    ["long description", display.long_description, 174, 4000],
    ["bot name", features.bot_user.display_name, 1, 80],
    ...features.shortcuts.map((one) => ["shortcut", one.description, 1, 150] as const),
    ...features.shortcuts.map((one) => ["shortcut name", one.name, 1, 24] as const),
  ] as const)("%s", (_what, text, least, most) => {
    expect(text.length).toBeGreaterThanOrEqual(least);
    expect(text.length).toBeLessThanOrEqual(most);
  });
});

test("the usage hint names every word of the command", () => {
  const hint = socket.features.slash_commands[0]?.usage_hint ?? "";
  for (const word of ["help", "settings", "mute", "unmute", "open", "why", "card"])
    expect(hint).toContain(word);
});

test("the messages tab is on, since direct messages are refused without it", () => {
  expect(socket.features.app_home).toMatchObject({ home_tab_enabled: true, messages_tab_enabled: true });
});

test("every event that is heard is subscribed to, and has its scope", () => {
  const needs: Record<string, readonly string[]> = {
    "message.channels": ["channels:history"],
    "message.groups": ["groups:history"],
    member_joined_channel: ["channels:read", "groups:read"],
    channel_left: ["channels:read"],
    group_left: ["groups:read"],
    app_home_opened: [],
    app_uninstalled: [],
    tokens_revoked: [],
  };
  const events = socket.settings.event_subscriptions.bot_events;
  expect(events.toSorted()).toEqual(Object.keys(needs).toSorted());
  const scopes = Object.keys(SCOPES);
  for (const event of events) for (const scope of needs[event] ?? []) expect(scopes).toContain(scope);
});

/** Which scopes a Web API method needs (docs: reference/methods). */
const METHODS: Record<string, readonly string[]> = {
  "auth.test": [],
  "chat.postEphemeral": ["chat:write"],
  "chat.postMessage": ["chat:write"],
  "conversations.history": ["channels:history", "groups:history"],
  "conversations.info": ["channels:read", "groups:read"],
  "conversations.members": ["channels:read", "groups:read"],
  "conversations.replies": ["channels:history", "groups:history"],
  "dnd.info": ["dnd:read"],
  "usergroups.users.list": ["usergroups:read"],
  "users.getPresence": ["users:read"],
  "users.info": ["users:read"],
  "views.open": [],
  "views.publish": [],
};

test("every method that is called has its scope, and every scope a use", () => {
  const source = readdirSync("src/slack")
    .map((file) => readFileSync(`src/slack/${file}`, "utf8"))
    .join("\n");
  const called = [
    ...source.matchAll(/"((?:chat|conversations|dnd|usergroups|users|views)\.[a-zA-Z.]+)"/g),
  ].map((match) => match[1] ?? "");
  expect(called).not.toEqual([]);
  for (const method of called) {
    expect(Object.keys(METHODS)).toContain(method);
    for (const scope of METHODS[method] ?? []) expect(Object.keys(SCOPES)).toContain(scope);
  }
  const used = new Set(["commands", ...called.flatMap((method) => METHODS[method] ?? [])]);
  expect(Object.keys(SCOPES).toSorted()).toEqual([...used].toSorted());
});

test("every scope says what it is for", () => {
  for (const reason of Object.values(SCOPES)) expect(reason.length).toBeGreaterThan(15);
});
