/** What it takes to be installed by several workspaces, and where each is found. */
const OAUTH: Readonly<Record<string, string>> = {
  SLACK_CLIENT_ID: "copy it from Basic Information",
  SLACK_CLIENT_SECRET: "copy it from Basic Information",
  SLACK_STATE_SECRET: "make one with: openssl rand -hex 32",
  ENCRYPTION_KEY: "make one with: openssl rand -base64 32",
  SLACK_SIGNING_SECRET: "copy it from Basic Information",
};
const ONLY_OAUTH = Object.keys(OAUTH).filter((key) => key !== "SLACK_SIGNING_SECRET");

/** What is only half filled in, and what does not go together. */
export function missing(given: Readonly<Record<string, string | undefined>>): string[] {
  const has = (key: string) => given[key] !== undefined;
  return ONLY_OAUTH.some(has) ? missingForSeveral(has) : missingForOne(has);
}

function missingForSeveral(has: (key: string) => boolean): string[] {
  const set = ONLY_OAUTH.filter(has).join(", ");
  const lacking = Object.entries(OAUTH).flatMap(([key, where]) => (has(key) ? [] : [`${key} (${where})`]));
  const tokens = ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"].filter(has);
  return [
    ...(lacking.length > 0 ? [`${set}: several workspaces by OAuth also need ${lacking.join(", ")}.`] : []),
    ...tokens.map(
      (key) =>
        `${key} is for one workspace, ${set} for several by OAuth over HTTP. Take out the one or the other.`,
    ),
  ];
}

function missingForOne(has: (key: string) => boolean): string[] {
  const problems: string[] = [];
  const door = has("SLACK_APP_TOKEN") || has("SLACK_SIGNING_SECRET");
  if (has("SLACK_BOT_TOKEN") && !door) {
    problems.push(
      "SLACK_BOT_TOKEN is set, but nothing to listen by. Add SLACK_APP_TOKEN (xapp-…, Socket Mode), or SLACK_SIGNING_SECRET for HTTP.",
    );
  }
  if (!has("SLACK_BOT_TOKEN") && door) {
    const set = ["SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET"].filter(has).join(" and ");
    problems.push(
      `${set} is set, but SLACK_BOT_TOKEN is missing: copy the Bot User OAuth Token (xoxb-…) from OAuth & Permissions.`,
    );
  }
  return problems;
}
