/** The bot's scopes, each with the reason it is asked for. Fewer would take something away; more are not needed. */
export const SCOPES = {
  "channels:history":
    "reads new messages of public channels it was invited to, and a thread when somebody asks about it",
  "groups:history": "the same in private channels it was invited to",
  "channels:read": "knows whether a public channel is shared with another company, and who is in it",
  "groups:read": "the same for private channels",
  "chat:write":
    "shows a private suggestion, sends the morning message, posts a question when its button is pressed",
  commands: "/askwhy and the shortcuts",
  "users:read": "a PM's time zone, whether they are active, and who is an admin",
  "usergroups:read": "knows who is in a user group that ASKWHY_LEADS names",
  "dnd:read": "keeps quiet while a PM does not want to be disturbed",
} as const;

const EVENTS = [
  "message.channels",
  "message.groups",
  "member_joined_channel",
  "channel_left",
  "group_left",
  "app_home_opened",
  "app_uninstalled",
  "tokens_revoked",
];

const USAGE =
  "[an estimate or spec | help | settings | mute 2h | unmute | open | why <link> | card <link> | privacy]";

/** The app manifest for one transport: Socket Mode, or HTTP at a public URL such as "https://askwhy.example.com". */
export function manifest(how: { readonly socket: true } | { readonly http: string }) {
  const base = "http" in how ? how.http.replace(/\/+$/, "") : undefined;
  const request = base && `${base}/slack/events`;
  return {
    display_information: {
      name: "Askwhy",
      description:
        "Privately suggests the follow-up questions most worth asking about an estimate or a spec.",
      long_description:
        "Askwhy sits in planning channels, notices an engineer's estimate or a spec link, and shows the PM, and nobody else, the one to three questions most worth asking. It never speaks in public unless a person presses a button for that very text, and it contacts nobody who has not opted in.",
      background_color: "#2f4858",
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: true },
      bot_user: { display_name: "askwhy", always_online: true },
      shortcuts: SHORTCUTS.map((shortcut) => ({ ...shortcut })),
      slash_commands: [
        {
          command: "/askwhy",
          description: "What is worth asking about an estimate or a spec",
          usage_hint: USAGE,
          should_escape: false,
          ...(request !== undefined && { url: request }),
        },
      ],
    },
    oauth_config: {
      ...(base !== undefined && { redirect_urls: [`${base}/slack/oauth_redirect`] }),
      scopes: { bot: Object.keys(SCOPES) },
    },
    settings: {
      event_subscriptions: {
        bot_events: [...EVENTS],
        ...(request !== undefined && { request_url: request }),
      },
      interactivity: { is_enabled: true, ...(request !== undefined && { request_url: request }) },
      org_deploy_enabled: false,
      socket_mode_enabled: request === undefined,
      token_rotation_enabled: false,
    },
  };
}

const SHORTCUTS = [
  {
    type: "message",
    name: "Ask why",
    callback_id: "ask-why",
    description: "What is worth asking about this message",
  },
  {
    type: "message",
    name: "What would I be asked?",
    callback_id: "what-would-i-be-asked",
    description: "For your own message: the questions a PM might ask, shown to you alone",
  },
  {
    type: "global",
    name: "What would I be asked?",
    callback_id: "draft",
    description: "For a draft: paste it, and see what you would be asked",
  },
] as const;
