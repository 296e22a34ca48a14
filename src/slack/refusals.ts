import { WebAPIPlatformError } from "@slack/web-api";

/** What to do when Slack does not take the bot token. */
export function whyRefused(error: unknown): string {
  if (!(error instanceof WebAPIPlatformError)) {
    return "Slack does not answer. Check the network, and SLACK_API_URL if it is set.";
  }
  const code = codeOf(error);
  if (code === "account_inactive" || code === "token_revoked") {
    return `Slack has withdrawn SLACK_BOT_TOKEN (${code}). Install the app again and copy its new Bot User OAuth Token.`;
  }
  return `Slack refuses SLACK_BOT_TOKEN (${code}). Copy the Bot User OAuth Token (xoxb-…) from your app's OAuth & Permissions page.`;
}

/** What to do when Slack opens no socket for the app token. */
export function whyNoSocket(error: unknown): string {
  return `Slack refuses Socket Mode (${codeOf(error)}). SLACK_APP_TOKEN must be an app-level token (xapp-…) with the scope connections:write, and Socket Mode must be on in the app's settings.`;
}

/** What to do when the port cannot be listened on. */
export function whyNoPort(error: unknown, port: number): string {
  return `Cannot listen on port ${port} (${codeOf(error)}). Is PORT free, and may this user listen on it?`;
}

/** What to do when tokens were sealed with a key that ENCRYPTION_KEY does not name. */
export function whyNotOpened(teams: readonly string[]): string {
  const some = `${teams.slice(0, 5).join(", ")}${teams.length > 5 ? ` and ${teams.length - 5} more` : ""}`;
  return `ENCRYPTION_KEY does not open the tokens of ${some}: they were sealed with another key. Nothing is lost. Put that key back, after the newest, with a comma between. If it is gone for good, \`askwhy workspaces erase <id>\` erases a workspace, which can then install the app again.`;
}

/** The word for what went wrong, Slack's own where it is one. */
export function codeOf(error: unknown): string {
  if (error instanceof WebAPIPlatformError) {
    return /^[a-z_]{1,60}$/.test(error.data.error) ? error.data.error : "an answer that is no JSON";
  }
  return error instanceof Error && "code" in error ? String(error.code) : "no answer";
}
