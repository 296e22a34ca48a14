import { withUnit } from "../reading/in-full.ts";
import { cardForm, cardNote } from "../telling/card-note.ts";
import { type CardView, messagesOf } from "../telling/card-sections.ts";
import type { Handle, Pressed } from "../telling/outside.ts";
import { makeCard } from "../threads/make-card.ts";
import type { Thread } from "../threads/thread.ts";
import { linkTo } from "./home.ts";
import { messageFor, threadOf } from "./linked.ts";
import { refPressed } from "./offers.ts";
import { say, openForm } from "./saying.ts";
import type { Parts } from "./parts.ts";

const CLOSED = "I only show cards of channels you and I are both in.";
const GONE = "I know of no estimate there any more: its message was deleted, or it is too long ago.";

export const HOW_TO_SHOW_CARD =
  "Paste the link to an estimate: ⋮ on the message, “Copy link”, then /askwhy card <link>.";

/** `/askwhy card <link>`: what is known about the estimate of that thread, for members of its channel. */
export async function showCard(parts: Parts, handle: Handle, link: string): Promise<void> {
  const linked = await messageFor(parts, handle, link, { usage: HOW_TO_SHOW_CARD, closed: CLOSED });
  if (linked === undefined) return;
  const thread = await threadOf(parts, linked.ref);
  const view = thread && (await viewOf(parts, thread, handle.user));
  if (view === undefined) {
    return say(parts, handle, "I see no engineer's estimate in that thread, so there is no card to show.");
  }
  await parts.outside.answer(handle, cardNote(view), "new");
}

/** "Open card" in Home, and "Copy as Markdown" on a card. */
export async function openCard(parts: Parts, pressed: Pressed, show: "card" | "markdown"): Promise<void> {
  const { handle } = pressed;
  const ref = refPressed(pressed);
  if (!(await parts.outside.isMember(ref, handle.user))) {
    return say(parts, handle, CLOSED);
  }
  const thread = await threadOf(parts, ref);
  const view = thread && (await viewOf(parts, thread, handle.user));
  if (view === undefined) return say(parts, handle, GONE);
  await openForm(parts, handle, cardForm(view, show));
}

async function viewOf(parts: Parts, thread: Thread, user: string): Promise<CardView | undefined> {
  const card = makeCard(thread, user, withUnit);
  if (card === undefined) return undefined;
  const { zone } = await parts.outside.person(thread.team, user);
  const links = await Promise.all(
    messagesOf(card).map(async (ts) => [ts, await linkTo(parts, thread, ts)] as const),
  );
  return { card, zone, links: new Map(links) };
}
