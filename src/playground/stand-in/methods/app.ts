import { PRIYA } from "../../people.ts";
import type { Args } from "../args.ts";
import { Refusal } from "../refusal.ts";
import type { World } from "../world.ts";
import type { Methods } from "./method.ts";

/** The app itself: who it is, how it connects, how it is installed. */
export const app: Methods = {
  "auth.test": {
    token: "any",
    run: ({ app: facts, workspace }) => ({
      url: `https://${workspace.team.domain}.slack.example/`,
      team: workspace.team.name,
      user: facts.name.toLowerCase(),
      team_id: workspace.team.id,
      user_id: facts.botUser,
      bot_id: facts.botId,
      app_id: facts.id,
      is_enterprise_install: false,
    }),
  },
  "apps.connections.open": { token: "app", run: (world) => ({ url: world.socketUrl() }) },
  "oauth.v2.access": { token: "none", run: exchange },
  "auth.revoke": {
    token: "any",
    run({ installing }, _args, token) {
      installing.withdraw(token);
      return { revoked: true };
    },
  },
};

/** A code becomes a token, once (docs: oauth.v2.access). */
function exchange({ app: facts, workspace, installing }: World, args: Args): Record<string, unknown> {
  if (args["client_id"] !== facts.clientId) throw new Refusal("invalid_client_id");
  if (args["client_secret"] !== facts.clientSecret) throw new Refusal("bad_client_secret");
  const granted = installing.exchange(String(args["code"]));
  if (granted === undefined) throw new Refusal("invalid_code");
  const { token, organisation } = granted;
  return {
    app_id: facts.id,
    authed_user: { id: PRIYA },
    scope: facts.scopes.join(","),
    token_type: "bot",
    access_token: token,
    bot_user_id: facts.botUser,
    team: organisation ? null : { id: workspace.team.id, name: workspace.team.name },
    enterprise: organisation ? { id: "E0BOX", name: "The box" } : null,
    is_enterprise_install: organisation,
  };
}
