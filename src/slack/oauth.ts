import type { HTTPReceiverOptions } from "@slack/bolt";
import type { WebClientOptions } from "@slack/web-api";
import type { Log } from "../log.ts";
import { SCOPES } from "../manifest.ts";
import type { OAuthSettings } from "../settings.ts";
import { codeOf } from "./refusals.ts";
import { addPage, donePage, guard, orgPage, sendFailure, sendPage } from "./install-pages.ts";

/** What Slack hands over when a workspace installs the bot. */
export type Granted = { readonly team: string; readonly token: string };

export type OAuthParts = {
  readonly clientOptions: WebClientOptions;
  /** Keeps an installation. Only then is the installer told that it worked. */
  readonly granted: (granted: Granted) => Promise<void>;
  /** Gives back a token that is not to be kept. */
  readonly revoke: (token: string) => Promise<unknown>;
  readonly log: Log;
};

/**
 * How Bolt's receiver installs the bot by OAuth: a page at `/slack/install`, and Slack's way back at `/slack/oauth_redirect`.
 *
 * Bolt makes the state, signs it with the state secret, binds it to the browser by a cookie, and refuses every way back
 * without it. A whole Enterprise Grid organisation cannot install the bot; each of its workspaces can.
 */
export function oauthOptions(
  { clientId, clientSecret, stateSecret }: OAuthSettings,
  parts: OAuthParts,
): Partial<HTTPReceiverOptions> {
  const { clientOptions, granted, log } = parts;
  return {
    clientId,
    clientSecret,
    stateSecret,
    scopes: Object.keys(SCOPES),
    installationStore: {
      storeInstallation: async ({ team, bot }) => {
        if (team === undefined || bot === undefined) throw new Error("Slack granted no bot token");
        await granted({ team: team.id, token: bot.token });
      },
      // The door finds the workspace of what comes in; Bolt is not asked.
      fetchInstallation: () => Promise.reject(new Error("not asked for")),
    },
    installerOptions: {
      clientOptions,
      renderHtmlForInstallPath: addPage,
      installPathOptions: {
        beforeRedirection: async (_request, response) => {
          guard(response);
          return true;
        },
      },
      callbackOptions: {
        afterInstallation: refuseOrganisation(parts),
        success: ({ team, appId }, _options, _request, response) =>
          sendPage(response, 200, donePage({ team: team?.id ?? "", app: appId ?? "" })),
        failure: (error, _options, _request, response) => {
          log.warn({ reason: codeOf(error), err: error }, "an installation failed");
          sendFailure(response, error.code);
        },
      },
    },
  };
}

type Callbacks = NonNullable<NonNullable<HTTPReceiverOptions["installerOptions"]>["callbackOptions"]>;
type AfterInstallation = NonNullable<Callbacks["afterInstallation"]>;

/** Gives back the token of a whole organisation, and says so on a page. Any other installation goes on. */
function refuseOrganisation({ revoke, log }: OAuthParts): AfterInstallation {
  return async (installation, _options, _request, response) => {
    if (installation.isEnterpriseInstall !== true) return true;
    log.warn("a whole organisation tried to install the bot, and was refused");
    const token = installation.bot?.token;
    if (token !== undefined) {
      await revoke(token).catch((error: unknown) => log.error({ err: error }, "a token was not given back"));
    }
    sendPage(response, 403, orgPage());
    return false;
  };
}
