import { PRIYA } from "../../people.ts";
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
  "oauth.v2.access": {
    token: "none",
    run: ({ app: facts, workspace }) => ({
      app_id: facts.id,
      authed_user: { id: PRIYA },
      scope: facts.scopes.join(","),
      token_type: "bot",
      access_token: facts.botToken,
      bot_user_id: facts.botUser,
      team: { id: workspace.team.id, name: workspace.team.name },
      enterprise: null,
      is_enterprise_install: false,
    }),
  },
  "auth.revoke": { token: "any", run: () => ({ revoked: true }) },
};
