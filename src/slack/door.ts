import type { AllMiddlewareArgs, AnyMiddlewareArgs, App, ReceiverEvent } from "@slack/bolt";
import type { Log } from "../log.ts";
import type { Handle, Heard, Listener, Outside, Pressed } from "../telling/outside.ts";
import { type Addressed, type Dropped, hear, readEnvelope } from "./hear.ts";
import { makeIntake } from "./intake.ts";
import { readAction, readCommand, readShortcut, readSubmission } from "./pressed.ts";
import { refuseReplays, Replayed } from "./replay.ts";
import { withinTime } from "./within-time.ts";
import type { Workspaces } from "./workspaces.ts";

export type DoorParts = {
  readonly story: Listener;
  readonly outside: Outside;
  readonly workspaces: Workspaces;
  readonly log: Log;
  readonly now: () => number;
  /** True for the first of all processes that takes a press with this id. */
  readonly claim: (id: string) => Promise<boolean>;
  /** Told of what was heard, before the story is: what was known of a channel the bot came to or left is asked anew. */
  readonly noticed: (heard: Heard) => void;
};

export type Door = {
  /** Takes nothing more, and resolves once what is being worked on is done, or after `most` milliseconds. */
  close(most: number): Promise<void>;
};

const TAKEN = "this press was taken before";

/** The door is being closed. What comes now is not acknowledged, so Slack brings it again. */
export class DoorClosed extends Error {
  override name = "DoorClosed";
}

/**
 * Lets in what Slack sends, through a Bolt app.
 *
 * An event is kept first and acknowledged then, over HTTP and Socket Mode alike: if the story rejects, Slack hears
 * nothing good and delivers the event again. Bolt itself acknowledges before it calls anybody, so events are taken where
 * Bolt's receiver hands them over, before Bolt looks for listeners: there would be none. Presses and commands go through
 * Bolt, to one middleware.
 */
export function openDoor(app: App, parts: DoorParts): Door {
  const running = new Set<Promise<unknown>>();
  const once = refuseReplays(parts.now);
  const intake = makeIntake((full) =>
    parts.log.warn(full ? "too many events at once: Slack will bring some again" : "events are taken again"),
  );
  let closed = false;
  const processEvent = app.processEvent.bind(app);
  // Bolt looks into users and channels without asking whether they are there. What it stumbles over on the way to us, nobody
  // can read; what goes wrong with us is told to the error handler instead.
  const throughBolt = async (event: ReceiverEvent): Promise<void> => {
    try {
      await processEvent(event);
    } catch (error) {
      parts.log.warn({ kind: "malformed", err: error }, "dropped");
      await event.ack();
    }
  };
  // Where the store does not answer, the press is taken: whoever pressed is told that it did not work.
  const claimed = (signature: string) => parts.claim(signature).catch(() => true);
  const keepThenAcknowledge = async (event: ReceiverEvent): Promise<void> => {
    if (closed) throw new DoorClosed("the bot is stopping");
    const kind = kindOf(event.body);
    const { ack } = event;
    const signature: unknown = event.customProperties?.["signature"];
    const fresh = await once(signature, async () => {
      if (kind === "press") {
        if (typeof signature === "string" && !(await claimed(signature))) throw new Replayed(TAKEN);
        await throughBolt(event);
      } else if (kind === "event") await intake(idOf(event.body), () => hearEvent(event.body, parts));
      else parts.log.warn({ kind }, "dropped");
    });
    if (kind !== "press") await ack();
    else if (!fresh) throw new Replayed(TAKEN);
  };
  app.processEvent = (event) => {
    const work = keepThenAcknowledge(event);
    running.add(work);
    const done = () => running.delete(work);
    work.then(done, done);
    return work;
  };
  app.use((args) => letIn(args, parts));
  return {
    close: async (most) => {
      closed = true;
      await withinTime(most, Promise.allSettled(running));
    },
  };
}

/** What a person can do in Slack that reaches us, by the type of the payload; a command has none. */
const PRESSES: ReadonlySet<unknown> = new Set([
  "block_actions",
  "view_submission",
  "view_closed",
  "shortcut",
  "message_action",
]);

/** Bolt looks into an event without asking whether it is one, and leaves what it does not know unanswered. */
function kindOf(body: Record<string, unknown>): "event" | "press" | "rate-limited" | "malformed" {
  if (body.type === "app_rate_limited") return "rate-limited";
  if (body.event !== undefined)
    return typeof body.event === "object" && body.event !== null ? "event" : "malformed";
  return PRESSES.has(body.type) || typeof body.command === "string" ? "press" : "malformed";
}

/** Slack gives an event the same id at every delivery. */
function idOf({ team_id, event_id }: Record<string, unknown>): string | undefined {
  return typeof event_id === "string" ? `${String(team_id)} ${event_id}` : undefined;
}

async function letIn(args: AnyMiddlewareArgs & AllMiddlewareArgs, parts: DoorParts): Promise<void> {
  const { story, log } = parts;
  const acknowledge = acknowledgement(args);
  const press = pressIn(args);
  if (press !== undefined) {
    // What was pressed is kept first. Where that failed, whoever pressed shall see so, and still have their words before them.
    const done = await pass(press, (pressed) => story.pressed({ ...pressed, kept: acknowledge }), parts);
    return done ? acknowledge() : undefined;
  }
  await acknowledge();
  if ("command" in args) await pass(readCommand(args.body), (invoked) => story.invoked(invoked), parts);
  else if ("shortcut" in args)
    await pass(readShortcut(args.body), (invoked) => story.invoked(invoked), parts);
  else log.debug({ type: args.body.type }, "dropped");
}

function pressIn(args: AnyMiddlewareArgs): Pressed | Dropped | undefined {
  if ("action" in args) return readAction(args.body);
  return args.body.type === "view_submission" ? readSubmission(args.body) : undefined;
}

/** Tells Slack once that this arrived, however often it is called. */
function acknowledgement(args: AnyMiddlewareArgs): () => Promise<void> {
  const ack = "ack" in args ? (args.ack as (() => Promise<void>) | undefined) : undefined;
  let told: Promise<void> | undefined;
  return () => (told ??= ack?.() ?? Promise.resolve());
}

/** Nobody: whoever is not in a workspace wrote nothing there. */
const NO_BOT = { user: "" };

async function hearEvent(body: unknown, parts: DoorParts): Promise<void> {
  const { story, workspaces, log, noticed } = parts;
  const envelope = readEnvelope(body);
  if ("dropped" in envelope) return log.debug({ reason: envelope.dropped }, "dropped");
  const workspace = await workspaces.find(envelope.team);
  const heard = hear(envelope, workspace?.bot ?? NO_BOT);
  if ("dropped" in heard) return log.debug({ reason: heard.dropped }, "dropped");
  if (heard.what === "uninstalled") return hearLeaving(heard, envelope, parts);
  if (workspace === undefined) return log.debug({ reason: "not-installed" }, "dropped");
  noticed(heard);
  if (heard.what === "removed" && (await isBack(heard, parts))) {
    return log.info({ team: heard.team, channel: heard.channel, reason: "invited-again" }, "dropped");
  }
  await story.heard(heard);
}

/**
 * Slack may tell late that the bot was put out of a channel, when it is back already: it is asked afresh. Where it does not
 * answer, this rejects, and the event is not acknowledged: Slack brings it again.
 */
async function isBack(heard: Extract<Heard, { what: "removed" }>, { outside }: DoorParts): Promise<boolean> {
  const place = await outside.place(heard);
  return !("accepted" in place) && place.member;
}

/** Told again although it is erased, it is erased again: the one before may have been cut short. */
async function hearLeaving(
  heard: Extract<Heard, { what: "uninstalled" }>,
  { at }: Addressed,
  { story, workspaces, log, now }: DoorParts,
): Promise<void> {
  if (!(await workspaces.hasLeft(heard.team, at ?? now()))) {
    return log.info({ team: heard.team, reason: "installed-again" }, "dropped");
  }
  await story.heard(heard);
  await workspaces.erased(heard.team);
}

const SORRY = "That did not work just now. Please try again in a minute.";

/** Resolves to false where it failed. */
async function pass<T extends { readonly handle: Handle }>(
  read: T | Dropped,
  on: (read: T) => Promise<void>,
  { workspaces, outside, log }: DoorParts,
): Promise<boolean> {
  if ("dropped" in read) {
    log.warn({ reason: read.dropped }, "dropped");
    return true;
  }
  try {
    if ((await workspaces.find(read.handle.team)) !== undefined) await on(read);
    else log.warn({ reason: "not-installed" }, "dropped");
    return true;
  } catch (error) {
    log.error({ err: error, team: read.handle.team }, "a press or command failed");
    await outside
      .answer(read.handle, { summary: SORRY, parts: [{ kind: "say", words: SORRY }] }, "new")
      .catch(() => log.warn("could not say so"));
    return false;
  }
}
