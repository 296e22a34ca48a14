import { pickNote } from "../telling/pick-note.ts";
import type { Handle, Pressed } from "../telling/outside.ts";
import { askedFor } from "../threads/asked-for.ts";
import { isOccasion, isReplyToQuestion, occasions } from "../threads/fold.ts";
import type { Message } from "../threads/thread.ts";
import { heardLine, mannerOf, roleIn } from "./lines.ts";
import { linkTo } from "./home.ts";
import { refPressed } from "./offers.ts";
import { say } from "./saying.ts";
import { latestIn } from "./not-read.ts";
import { askWhy } from "./on-demand.ts";
import type { Parts } from "./parts.ts";
import { channelList, getChannel, getThread, refOf } from "./records.ts";

/** How many of the newest estimates and spec links are offered to pick from. */
const MOST_PICKED = 5;

type Found = {
  readonly root: string;
  readonly ts: string;
  readonly quote: string;
  readonly by: string;
  readonly asked?: string;
};

/** `/askwhy` alone: the newest estimates and spec links of this channel, to pick from. */
export async function showPickList(parts: Parts, handle: Handle): Promise<void> {
  const found = (await keptOccasions(parts, handle)) ?? (await latestOccasions(parts, handle));
  if (found === undefined) {
    return say(
      parts,
      handle,
      "I can't read what is said here. Paste the text: /askwhy 3 weeks for the export. In a channel you can also invite me with /invite, or use the message shortcut “Ask why”.",
    );
  }
  if (found.length === 0) {
    return say(
      parts,
      handle,
      "I see no estimates or spec links among the latest messages here. You can paste one: /askwhy 3 weeks for the export",
    );
  }
  const items = await Promise.all(
    found.map(async (one) => ({
      ...one,
      channel: handle.channel,
      link: await linkTo(parts, { team: handle.team, channel: handle.channel, root: one.root }, one.ts),
    })),
  );
  await parts.outside.answer(handle, pickNote(items), "new");
}

async function keptOccasions(parts: Parts, handle: Handle): Promise<Found[] | undefined> {
  const keys = await parts.store.list(handle.team, channelList(handle.channel), parts.now(), MOST_PICKED);
  const threads = await Promise.all(keys.map((key) => getThread(parts, refOf(key))));
  const found = threads.flatMap((thread) => {
    // A number that answers a question is part of an estimate, not one to ask about.
    const line = thread && occasions(thread).findLast((one) => !isReplyToQuestion(thread, one));
    if (thread === undefined || line === undefined) return [];
    const asked = askedFor(thread.lines, line.ts)?.quote;
    const found = { root: thread.root, ts: line.ts, quote: line.said ?? "", by: line.user };
    return [{ ...found, ...(asked !== undefined && { asked }) }];
  });
  return found.length > 0 ? found : undefined;
}

async function latestOccasions(parts: Parts, handle: Handle): Promise<Found[] | undefined> {
  const messages = await latestIn(parts, handle);
  if ("accepted" in messages) return undefined;
  const channel = await getChannel(parts, handle.team, handle.channel);
  const read = (message: Message, index: number) =>
    heardLine(parts, message, roleIn(channel, message.user), {
      before: messages[index - 1]?.text,
      manner: mannerOf(parts, channel),
    });
  return messages
    .map(read)
    .filter((line) => isOccasion(line))
    .slice(-MOST_PICKED)
    .toReversed()
    .map((line) => ({ root: line.ts, ts: line.ts, quote: line.said ?? "", by: line.user }));
}

/** One of the list was picked. */
export async function pick(parts: Parts, pressed: Pressed): Promise<void> {
  const ref = refPressed(pressed);
  const ts = pressed.press.about["t"];
  if (!(await parts.outside.isMember(ref, pressed.handle.user))) {
    return say(parts, pressed.handle, "You are not in that channel, or I can't see who is.");
  }
  await askWhy(parts, pressed.handle, { ref, ...(ts && { ts }) });
}
