/** How to reach Slack: Socket Mode with an app token, or HTTP with a signing secret. */
export type SlackSettings =
  | { readonly by: "socket"; readonly botToken: string; readonly appToken: string }
  | { readonly by: "http"; readonly botToken: string; readonly signingSecret: string; readonly port: number };

/** The environment, checked. `slack` is absent where no token at all is set: then there is the playground. */
export type Settings = {
  readonly slack?: SlackSettings;
  readonly slackApiUrl?: string;
  readonly redisUrl?: string;
  readonly dataDir: string;
  readonly templatesDir?: string;
  readonly leads: readonly string[];
  readonly quietSeconds: number;
  readonly replyQuietSeconds: number;
  readonly retentionDays: number;
  readonly logLevel: "debug" | "info" | "warn" | "error";
  readonly port: number;
};

/** The settings do not fit together. The message lists every problem with what to do, and echoes no value. */
export class SettingsError extends Error {
  override name = "SettingsError";
}

export function readSettings(_env: Record<string, string | undefined>): Settings {
  throw new SettingsError("not built yet");
}
