import { WebAPIPlatformError } from "@slack/web-api";
import { OutsideError } from "../telling/outside.ts";
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

/** What Slack says of the token of an app that was put out (docs: auth.test). */
const GONE: ReadonlySet<string> = new Set(["account_inactive", "token_revoked"]);

/** Resolves where Slack takes the token; rejects with its own error where not. */
export type TestToken = (token: string) => Promise<unknown>;

/** False where Slack has withdrawn the token for good. Rejects with an `OutsideError` where Slack does not say. */
export async function isTaken(test: TestToken, token: string): Promise<boolean> {
  try {
    await test(token);
    return true;
  } catch (error) {
    if (error instanceof WebAPIPlatformError && GONE.has(error.data.error)) return false;
    throw new OutsideError("Slack does not say whether it takes a token", { cause: error });
  }
}

/** The one workspace whose token is in the settings. Slack may tell late of a token that was withdrawn and replaced since. */
export function oneWorkspace(workspace: Workspace, test: TestToken): Workspaces {
  return {
    find: async (team) => (team === workspace.team ? workspace : undefined),
    hasLeft: async () => !(await isTaken(test, workspace.token)),
    erased: async () => {},
    refused: () => {},
  };
}
