import type { KnownBlock } from "@slack/types";
import type { OpenView } from "../workspace.ts";
import type { Fields } from "../wire.ts";
import { stateValues } from "./blocks/fields.ts";
import type { World } from "./world.ts";

/** How Slack writes a modal or Home down, with what stands in its fields. */
export function viewJson(world: World, open: OpenView, fields: Fields = {}): Record<string, unknown> {
  const { view } = open;
  return {
    private_metadata: "",
    callback_id: "",
    external_id: "",
    ...view,
    id: open.id,
    team_id: world.workspace.team.id,
    app_installed_team_id: world.workspace.team.id,
    app_id: world.app.id,
    bot_id: world.app.botId,
    hash: open.hash,
    root_view_id: open.id,
    previous_view_id: null,
    state: { values: stateValues(view.blocks as readonly KnownBlock[], fields) },
  };
}
