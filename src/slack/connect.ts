import type { Log } from "../log.ts";
import type { Settings } from "../settings.ts";
import type { Listener, Outside } from "../telling/outside.ts";

/** Slack, connected: `outside` to speak by, `listen` to hear by. */
export type Connection = {
  readonly outside: Outside;
  /** Opens the door. What Slack sends from now on reaches `story`. */
  listen(story: Listener): Promise<void>;
  /** Closes the door and waits for what is still being worked on, 10 s at most. */
  stop(): Promise<void>;
  /** The bot's own user id, and the id of the workspace. */
  readonly botUser: string;
  readonly team: string;
};

export async function connectSlack(
  _settings: Settings,
  _parts: { readonly log: Log; readonly now: () => number },
): Promise<Connection> {
  throw new Error("not built yet");
}
