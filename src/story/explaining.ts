import { explain } from "../reading/explain.ts";
import { explainNote } from "../telling/explain-note.ts";
import type { Handle } from "../telling/outside.ts";
import { type ChannelRecord, isDormant } from "../telling/consent.ts";
import { isReplyToQuestion, valueOf } from "../threads/fold.ts";
import type { Line, Offer, Question, Thread } from "../threads/thread.ts";
import { linkTo } from "./home.ts";
import { messageFor, threadOf } from "./linked.ts";
import { say } from "./saying.ts";
import type { Parts } from "./parts.ts";
import { getChannel } from "./records.ts";
import { chooseNow } from "./suggest.ts";

export const HOW_TO_EXPLAIN =
  "Paste the link to a message: ⋮ on the message, “Copy link”, then /askwhy why <link>.";

/** `/askwhy why <link>`: what was read in a message, what was chosen, and why nothing was said. */
export async function explainMessage(parts: Parts, handle: Handle, link: string): Promise<void> {
  const linked = await messageFor(parts, handle, link, {
    usage: HOW_TO_EXPLAIN,
    closed: "I only explain messages of channels you and I are both in.",
  });
  if (linked === undefined) return;
  const { ref, ts } = linked;
  const channel = await getChannel(parts, ref.team, ref.channel);
  const thread = await threadOf(parts, ref, ts);
  const line = thread?.lines.find((one) => one.ts === ts);
  if (thread === undefined || line === undefined) {
    return say(parts, handle, "I can't find that message any more, or Slack does not let me read it.");
  }
  const note = explainNote({
    read: explain({ ...line.reading, estimates: line.estimates, links: line.specs }),
    decided: decided(parts, { thread, line, channel, reader: handle.user }),
    link: await linkTo(parts, ref, line.ts),
    by: line.user,
  });
  await parts.outside.answer(handle, note, "new");
}

type Explained = {
  readonly thread: Thread;
  readonly line: Line;
  readonly channel: ChannelRecord | undefined;
  readonly reader: string;
};

/**
 * What became of a line, in plain words, oldest first. What was shown to a PM, and a PM's own switches, are told to that
 * PM alone; everybody else reads what is worth asking, as they could with "Ask why".
 */
function decided(parts: Parts, { thread, line, channel, reader }: Explained): string[] {
  const shown = thread.offers.filter((offer) => offer.about === line.ts && offer.to[reader] !== undefined);
  const silences = thread.silences.filter((silence) => silence.about === line.ts);
  const told = [
    ...shown.flatMap((offer) => [
      ...offer.questions.map((question) => suggestion("Suggested", question)),
      ...putAway(offer.to[reader]),
    ]),
    ...silences.map((silence) => `Said nothing: ${silence.to?.[reader] ?? silence.reason}.`),
  ];
  if (told.length > 0) return told;
  const silent = whySilent(thread, line);
  if (silent !== undefined) return [`Said nothing: ${silent}.`];
  const choice = chooseNow(parts, thread, line);
  if (choice.questions.length === 0)
    return [`Would say nothing: ${choice.quiet ?? "every question is answered, asked or put away"}.`];
  return [
    ...choice.questions.map((question) => suggestion("Worth asking:", question)),
    ...(isDormant(channel) ? ["Said nothing of it: no PM has switched nudges on in this channel."] : []),
  ];
}

const suggestion = (how: string, { text, because }: Question) =>
  because === "" ? `${how} “${text}”` : `${how} “${text}”, because of “${because}”.`;

const putAway = (to: Offer["to"][string] | undefined): string[] =>
  to?.state === "done" && to.reason !== undefined ? [`Put away: ${to.reason}.`] : [];

/** Why a line is nothing to suggest questions about; undefined where it is. */
function whySilent(thread: Thread, line: Line): string | undefined {
  if (thread.notEstimates.includes(line.ts)) return "somebody marked it as no estimate";
  if (line.role === "pm") return "it was said by a PM of the channel, and I listen to those who do the work";
  if (line.estimates.length + line.specs.length === 0) return "it holds no estimate and no spec link";
  if (isReplyToQuestion(thread, line)) return "it answers a question that was asked";
  const value = valueOf(line);
  const earlier = thread.offers.some((offer) => offer.about !== line.ts && offer.value === value);
  return earlier ? "the same number had its suggestion before" : undefined;
}
