import { randomUUID } from "node:crypto";
import type { View } from "@slack/types";
import type { OpenView } from "../../workspace.ts";
import { needed, optional } from "../args.ts";
import { checkView } from "../blocks/check.ts";
import { Refusal } from "../refusal.ts";
import { viewJson } from "../view-json.ts";
import type { World } from "../world.ts";
import type { Methods } from "./method.ts";

/** Slack's figure: modals open on top of each other. */
const MOST_VIEWS = 3;

/** `views.*`: modals and Home. */
export const views: Methods = {
  "views.open": {
    token: "bot",
    run(world, args) {
      const view = checkView(args["view"], "modal");
      const user = world.triggers.use(needed(args, "trigger_id"));
      const open = openView(view);
      world.workspace.modals.set(user, [open]);
      world.changes.changed();
      return { view: viewJson(world, open) };
    },
  },
  "views.push": {
    token: "bot",
    run(world, args) {
      const view = checkView(args["view"], "modal");
      const user = world.triggers.use(needed(args, "trigger_id"));
      return { view: viewJson(world, push(world, user, view)) };
    },
  },
  "views.update": {
    token: "bot",
    run(world, args) {
      const view = checkView(args["view"], "modal");
      const id = optional(args, "view_id");
      const external = optional(args, "external_id");
      const open = [...world.workspace.modals.values()]
        .flat()
        .find((each) => each.id === id || (external !== undefined && each.view.external_id === external));
      if (open === undefined) throw new Refusal("not_found");
      const hash = optional(args, "hash");
      if (hash !== undefined && hash !== open.hash) throw new Refusal("hash_conflict");
      replace(world, open, view);
      return { view: viewJson(world, open) };
    },
  },
  "views.publish": {
    token: "bot",
    run(world, args) {
      const user = needed(args, "user_id");
      if (!world.workspace.members.has(user)) throw new Refusal("user_not_found");
      const home = openView(checkView(args["view"], "home"));
      world.workspace.homes.set(user, home);
      world.changes.changed();
      return { view: viewJson(world, home) };
    },
  },
};

function openView(view: View): OpenView {
  return { id: `V${randomUUID().slice(0, 8).toUpperCase()}`, hash: randomUUID(), view, errors: {} };
}

export function push(world: World, user: string, view: View): OpenView {
  const stack = world.workspace.modals.get(user) ?? [];
  if (stack.length === 0) throw new Refusal("not_found");
  if (stack.length >= MOST_VIEWS) throw new Refusal("push_limit_reached");
  const open = openView(view);
  stack.push(open);
  world.changes.changed();
  return open;
}

export function replace(world: World, open: OpenView, view: View): void {
  open.view = view;
  open.hash = randomUUID();
  open.errors = {};
  world.changes.changed();
}
