import { WebAPIPlatformError, WebClient } from "@slack/web-api";
import type { OAuthSettings } from "../settings.ts";
import { sealWith } from "../store/seal.ts";
import type { Store } from "../store/store.ts";
import { type Finding, forOneLook, lackingScopes, type Reach, signingSecret } from "./check.ts";
import { type Installation, keepInstallations } from "./installations.ts";
import { whyNotOpened } from "./refusals.ts";

/** Asks Slack whether it knows the app, and says what only a delivery can show. */
export async function checkOAuth(slack: OAuthSettings, reach: Reach): Promise<readonly Finding[]> {
  return [
    await checkClient(slack, reach),
    signingSecret(slack.port),
    {
      what: "install page",
      state: "worth a look",
      says: "Only an installation can show whether it works: people begin at /slack/install, and the app's Redirect URLs must name /slack/oauth_redirect at the same https address.",
    },
  ];
}

/** Slack looks at the client before it looks at the code, and no code is this one. */
async function checkClient({ clientId, clientSecret }: OAuthSettings, reach: Reach): Promise<Finding> {
  const what = "client id and secret";
  const args = { client_id: clientId, client_secret: clientSecret, code: "askwhy-doctor" };
  const error: unknown = await new WebClient(undefined, forOneLook(reach)).oauth.v2.access(args).then(
    () => undefined,
    (refused: unknown) => refused,
  );
  const code = error instanceof WebAPIPlatformError ? error.data.error : "no answer";
  if (code === "invalid_code") return { what, state: "fine", says: "Slack knows them." };
  const says = {
    invalid_client_id: "Slack does not know SLACK_CLIENT_ID. Copy the Client ID from Basic Information.",
    bad_client_secret: "Slack refuses SLACK_CLIENT_SECRET. Copy the Client Secret from Basic Information.",
  }[code];
  return says === undefined
    ? {
        what,
        state: "worth a look",
        says: "Slack does not say. Check the network, and SLACK_API_URL if it is set.",
      }
    : { what, state: "stops", says };
}

/** So many workspaces are asked after, one after the other. */
const MOST_ASKED = 50;

/** Whether the installations in the store can be opened, and Slack takes their tokens. Changes nothing. */
export async function checkInstallations(
  { encryptionKeys }: OAuthSettings,
  store: Store,
  reach: Reach,
): Promise<readonly Finding[]> {
  const seal = sealWith(encryptionKeys);
  const { fine, old, foreign, broken } = await keepInstallations({ store, seal, now: Date.now }).inspect();
  const what = "encryption key";
  const all = [...fine, ...old];
  const opened: Finding =
    foreign.length > 0
      ? { what, state: "stops", says: whyNotOpened(foreign) }
      : { what, state: "fine", says: opens(all.length, old.length) };
  const altered = broken.map((team): Finding => ({
    what: `workspace ${team}`,
    state: "worth a look",
    says: "Its installation was altered and cannot be used. Have it install the app again at /slack/install.",
  }));
  const asked: Finding[] = [];
  for (const one of all.slice(0, MOST_ASKED)) asked.push(...(await checkWorkspace(one, reach)));
  return [opened, ...altered, ...asked];
}

function opens(all: number, old: number): string {
  if (all === 0) return "No workspace has installed the app yet: /slack/install is where they do.";
  const more = old === 0 ? "" : ` ${old} of them by an older key: starting the bot seals them anew.`;
  return `It opens the tokens of ${all}.${more}`;
}

async function checkWorkspace({ team, token }: Installation, reach: Reach): Promise<Finding[]> {
  const what = `workspace ${team}`;
  try {
    const { response_metadata } = await new WebClient(token, forOneLook(reach)).auth.test();
    const lacking = lackingScopes(response_metadata?.scopes ?? []).map(([scope]) => scope);
    if (response_metadata?.scopes === undefined || lacking.length === 0)
      return [{ what, state: "fine", says: "Slack takes its token." }];
    const says = `It did not grant ${lacking.join(", ")}. Have it install the app again at /slack/install.`;
    return [{ what, state: "worth a look", says }];
  } catch (error) {
    const code = error instanceof WebAPIPlatformError ? error.data.error : "no answer";
    return [{ what, state: "worth a look", says: `Slack does not take its token (${code}).` }];
  }
}
