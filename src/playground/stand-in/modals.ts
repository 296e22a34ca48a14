import type { KnownBlock, View } from "@slack/types";
import type { Member, OpenView } from "../workspace.ts";
import type { Fields } from "../wire.ts";
import { askedBy, obeying } from "./asking.ts";
import { checkView } from "./blocks/check.ts";
import { clientErrors } from "./blocks/fields.ts";
import type { Ack } from "./delivery.ts";
import { push, replace } from "./methods/views.ts";
import { viewJson } from "./view-json.ts";
import type { World } from "./world.ts";

/** Sends what was put into a modal, and does with the modal what the bot's acknowledgement says. */
export async function submit(world: World, member: Member, id: string, fields: Fields): Promise<Ack> {
  const stack = world.workspace.modals.get(member.id) ?? [];
  const open = stack.find((each) => each.id === id);
  if (open === undefined) return { acked: false, reason: "This form is closed." };
  open.errors = clientErrors(open.view.blocks as readonly KnownBlock[], fields);
  if (Object.keys(open.errors).length > 0) {
    world.changes.changed();
    return { acked: false, reason: "Please look at the marked fields." };
  }
  const ack = await world.delivery.ask("interactive", {
    ...askedBy(world, member),
    type: "view_submission",
    trigger_id: world.triggers.make(member.id),
    view: viewJson(world, open, fields),
    response_urls: [],
  });
  if (!ack.acked) return ack;
  const answer = (ack.body ?? {}) as Answered;
  return obeying(world, ack, answer, () => obey(world, member, open, answer));
}

type Answered = {
  readonly response_action?: "errors" | "update" | "push" | "clear";
  readonly errors?: Readonly<Record<string, string>>;
  readonly view?: View;
};

function obey(world: World, member: Member, open: OpenView, answer: Answered): void {
  switch (answer.response_action) {
    case "errors":
      open.errors = answer.errors ?? {};
      break;
    case "update":
      return replace(world, open, checkView(answer.view, "modal"));
    case "push":
      return void push(world, member.id, checkView(answer.view, "modal"));
    case "clear":
      world.workspace.modals.delete(member.id);
      break;
    case undefined:
      shut(world, member, open.id);
      break;
  }
  world.changes.changed();
}

/** Closes a modal; the bot hears of it only where it asked to. */
export async function close(world: World, member: Member, id: string): Promise<Ack> {
  const open = world.workspace.modals.get(member.id)?.find((each) => each.id === id);
  if (open === undefined) return { acked: false, reason: "This form is closed." };
  shut(world, member, id);
  world.changes.changed();
  const { view } = open;
  if (view.type !== "modal" || view.notify_on_close !== true) return { acked: true, body: {} };
  return world.delivery.ask("interactive", {
    ...askedBy(world, member),
    type: "view_closed",
    view: viewJson(world, open),
    is_cleared: false,
  });
}

function shut(world: World, member: Member, id: string): void {
  const stack = world.workspace.modals.get(member.id) ?? [];
  world.workspace.modals.set(
    member.id,
    stack.filter((each) => each.id !== id),
  );
}
