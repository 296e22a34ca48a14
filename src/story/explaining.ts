import { explain } from "../reading/explain.ts";
import { explainNote } from "../telling/explain-note.ts";
import type { Handle } from "../telling/outside.ts";
import { emptyThread } from "../threads/fold.ts";
import type { Line, Thread, ThreadRef, Ts } from "../threads/thread.ts";
import { foldAll } from "./catch-up.ts";
import { linkTo } from "./home.ts";
import { say } from "./offers.ts";
import type { Parts } from "./parts.ts";
import { getChannel, getThread } from "./records.ts";
import { chooseNow } from "./suggest.ts";

/** Where a link to a message leads: "…/archives/C024BE7LR/p1700000000000100?thread_ts=1699999999.000100". */
export function messageLinked(link: string): { channel: string; ts: Ts; root: Ts } | undefined {
  const match = /\/archives\/([A-Z0-9]+)\/p(\d{10})(\d{6})(?:\?[^\s]*?thread_ts=(\d{10}\.\d{6}))?/.exec(link);
  if (match === null) return undefined;
  const [, channel = "", seconds = "", micros = "", root] = match;
  const ts = `${seconds}.${micros}`;
  return { channel, ts, root: root ?? ts };
}

/** `/askwhy why <link>`: what was read in a message, what was chosen, and why nothing was said. */
export async function explainMessage(parts: Parts, handle: Handle, link: string): Promise<void> {
  const linked = messageLinked(link);
  if (linked === undefined) {
    return say(
      parts,
      handle,
      "Paste the link to a message: ⋮ on the message, “Copy link”, then /askwhy why <link>.",
    );
  }
  const ref = { team: handle.team, channel: linked.channel, root: linked.root };
  if (!(await parts.outside.isMember(ref, handle.user))) {
    return say(parts, handle, "I only explain messages of channels you and I are both in.");
  }
  const thread = await threadOf(parts, ref);
  const line = thread?.lines.find((one) => one.ts === linked.ts);
  if (thread === undefined || line === undefined) {
    return say(parts, handle, "I can't find that message any more, or Slack does not let me read it.");
  }
  const note = explainNote({
    read: explain({ ...line.reading, estimates: line.estimates, links: line.specs }),
    decided: decided(parts, thread, line),
    link: await linkTo(parts, ref, line.ts),
    by: line.user,
  });
  await parts.outside.answer(handle, note, "new");
}

/** The thread as kept, or else as Slack tells it. */
export async function threadOf(parts: Parts, ref: ThreadRef): Promise<Thread | undefined> {
  const kept = await getThread(parts, ref);
  if (kept !== undefined) return kept;
  const history = await parts.outside.history(ref);
  if ("accepted" in history) return undefined;
  return foldAll(parts, emptyThread(ref), history, await getChannel(parts, ref.team, ref.channel));
}

/** What became of a line, in plain words, oldest first. */
function decided(parts: Parts, thread: Thread, line: Line): string[] {
  const offers = thread.offers.filter((offer) => offer.about === line.ts);
  const silences = thread.silences.filter((silence) => silence.about === line.ts);
  const told = [
    ...offers.flatMap((offer) =>
      offer.questions.map((question) => `Suggested “${question.text}”, because ${question.because}.`),
    ),
    ...silences.map((silence) => `Said nothing: ${silence.reason}.`),
  ];
  if (told.length > 0) return told;
  if (thread.notEstimates.includes(line.ts)) return ["Said nothing: somebody marked it as no estimate."];
  if (line.role === "pm")
    return ["Said nothing: it was said by a PM of the channel, and I read what doers say."];
  if (line.estimates.length + line.specs.length === 0)
    return ["Said nothing: it holds no estimate and no spec link."];
  const choice = chooseNow(parts, thread, line);
  return choice.questions.length === 0
    ? [`Would say nothing: ${choice.quiet ?? "every question is answered, asked or put away"}.`]
    : choice.questions.map((question) => `Would suggest “${question.text}”, because ${question.because}.`);
}
