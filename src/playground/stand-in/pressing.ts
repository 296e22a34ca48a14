import type { KnownBlock } from "@slack/types";
import { findMessage, mayRead, type Member, type OpenView } from "../workspace.ts";
import type { Fields, Filled, Surface } from "../wire.ts";
import { askedBy } from "./asking.ts";
import { filledJson, stateValues } from "./blocks/fields.ts";
import { findElement, type Element } from "./blocks/find.ts";
import type { Ack } from "./delivery.ts";
import { messageJson } from "./shapes.ts";
import { viewJson } from "./view-json.ts";
import type { World } from "./world.ts";

type Json = Record<string, unknown>;

/** A press of one element: where, which, and what was chosen. */
export type PressOn = {
  readonly surface: Surface;
  readonly block: string;
  readonly action: string;
  readonly chosen?: Filled | undefined;
  readonly fields?: Fields | undefined;
};

/** Sends the `block_actions` payload of a press, as Slack builds it for that surface. */
export function press(world: World, member: Member, pressed: PressOn): Promise<Ack> {
  const found = where(world, member, pressed);
  if (found === undefined) return Promise.resolve({ acked: false, reason: "This is gone." });
  const element = findElement(found.blocks, pressed.block, pressed.action);
  if (element === undefined) return Promise.resolve({ acked: false, reason: "There is no such button." });
  return world.delivery.ask("interactive", {
    ...askedBy(world, member),
    type: "block_actions",
    trigger_id: world.triggers.make(member.id),
    ...found.json,
    actions: [actionJson(world, element, pressed)],
  });
}

type Found = {
  readonly blocks: readonly KnownBlock[];
  readonly json: Json;
};

function where(world: World, member: Member, pressed: PressOn): Found | undefined {
  const { surface, fields = {} } = pressed;
  switch (surface.on) {
    case "message":
      return onMessage(world, member, surface, fields);
    case "home": {
      const home = world.workspace.homes.get(member.id);
      return home && onView(world, home, fields);
    }
    case "modal": {
      const open = world.workspace.modals.get(member.id)?.find((each) => each.id === surface.id);
      return open && onView(world, open, fields);
    }
  }
}

function onMessage(
  world: World,
  member: Member,
  at: { readonly channel: string; readonly ts: string },
  fields: Fields,
): Found | undefined {
  const room = world.workspace.rooms.get(at.channel);
  const said = room && findMessage(room, at.ts);
  if (room === undefined || said?.blocks === undefined || !mayRead(room, member.id)) return undefined;
  const ephemeral = said.onlyFor !== undefined;
  if (ephemeral && said.onlyFor !== member.id) return undefined;
  return {
    blocks: said.blocks,
    json: {
      container: {
        type: "message",
        message_ts: said.ts,
        channel_id: room.id,
        is_ephemeral: ephemeral,
        ...(said.thread === undefined ? {} : { thread_ts: said.thread }),
      },
      channel: { id: room.id, name: room.kind === "direct" ? "directmessage" : room.name },
      // Slack leaves the message itself out of presses on ephemeral ones.
      ...(ephemeral ? {} : { message: messageJson(world, room, said) }),
      state: { values: stateValues(said.blocks, fields) },
      response_url: world.responseUrls.make({ user: member.id, channel: room.id, ts: said.ts }),
    },
  };
}

function onView(world: World, open: OpenView, fields: Fields): Found {
  return {
    blocks: open.view.blocks as readonly KnownBlock[],
    json: {
      container: { type: "view", view_id: open.id },
      view: viewJson(world, open, fields),
    },
  };
}

/** Slack copies what the element holds into the action, with what was chosen. */
function actionJson(world: World, element: Element, pressed: PressOn): Json {
  const { type, value, text, style, placeholder } = element;
  return {
    type,
    action_id: pressed.action,
    block_id: pressed.block,
    ...(value === undefined ? {} : { value }),
    ...(text === undefined ? {} : { text }),
    ...(style === undefined ? {} : { style }),
    ...(placeholder === undefined ? {} : { placeholder }),
    ...filledJson(element, pressed.chosen),
    action_ts: world.clock.ts(),
  };
}
