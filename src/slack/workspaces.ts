import type { Bot } from "./message.ts";

/** A workspace the bot is installed in, as far as it takes to speak there. */
export type Workspace = {
  readonly team: string;
  readonly token: string;
  readonly bot: Bot;
  /** The workspace's own address, "https://acme.slack.com/". */
  readonly url: string;
};

/** Where the bot is installed. */
export type Workspaces = {
  /** Undefined where the bot is not installed, or not any more. Rejects with an `OutsideError` where that cannot be told now. */
  find(team: string): Promise<Workspace | undefined>;
  /** Whether Slack says rightly that the workspace put the bot out, at `at` (milliseconds since 1970): it may say so late, when the bot is back already. */
  hasLeft(team: string, at: number): Promise<boolean>;
  /** Called once everything of a workspace that left is erased. */
  erased(team: string): Promise<void>;
  /** Slack refuses the token: what is remembered of it may be old. */
  refused(team: string): void;
};

/** The one workspace whose token is in the settings. */
export function oneWorkspace(workspace: Workspace): Workspaces {
  return {
    find: async (team) => (team === workspace.team ? workspace : undefined),
    hasLeft: async () => true,
    erased: async () => {},
    refused: () => {},
  };
}
