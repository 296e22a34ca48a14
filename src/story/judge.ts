import { verdict } from "../questions/verdict.ts";
import type { LeasedJob } from "../store/store.ts";
import { decide } from "../telling/decide.ts";
import { OutsideError } from "../telling/outside.ts";
import { verdictNote } from "../telling/verdict-note.ts";
import type { Asked, Thread, ThreadRef } from "../threads/thread.ts";
import { againFor } from "./again.ts";
import { scheduleMorning } from "./next-morning.ts";
import { mayTryAgain, tryLater } from "./try-later.ts";
import { linkTo, refreshHome } from "./home.ts";
import { refOfJob } from "./jobs.ts";
import { changeAsked } from "./offers.ts";
import type { Parts } from "./parts.ts";
import { changeThread, getChannel, getPerson } from "./records.ts";

/** The thread has been quiet: what did the replies do to the questions that stand in it? */
export async function judgeDue(parts: Parts, job: LeasedJob): Promise<void> {
  const ref = refOfJob(job);
  let news: readonly Asked[] = [];
  const thread = await changeThread(parts, ref, (before) => {
    if (before === undefined) return undefined;
    const asked = before.asked.map((one) => judge(parts, one));
    news = asked.filter((one, index) => one.verdict?.label !== before.asked[index]?.verdict?.label);
    return { thread: { ...before, asked } };
  });
  if (thread === undefined) return;
  for (const { verdict: is } of news) if (is !== undefined) parts.tally?.verdict(is.label);
  for (const one of thread.asked) observe(parts, ref, one);
  for (const user of new Set(thread.asked.map((one) => one.by))) await refreshHome(parts, ref.team, user);
  await remindInTheMorning(parts, ref, thread);
  for (const one of thread.asked.filter(isNews)) await tell(parts, thread, one, job.tries);
}

/** A question typed by hand has its one soft mention too, for a PM who wants to be told something unasked. */
async function remindInTheMorning(parts: Parts, ref: ThreadRef, { asked }: Thread): Promise<void> {
  const byHand = asked.filter((one) => one.how === "hand" && !one.mentioned && !one.closed);
  const channel = byHand.length > 0 ? await getChannel(parts, ref.team, ref.channel) : undefined;
  for (const user of new Set(byHand.map((one) => one.by))) {
    if (!channel?.nudged.includes(user)) continue;
    const { zone } = await parts.outside.person(ref.team, user);
    await scheduleMorning(parts, ref.team, user, zone);
  }
}

/** The question with the verdict its replies amount to. What a person corrected stays as they said. */
function judge(parts: Parts, asked: Asked): Asked {
  if (asked.replies.length === 0 || asked.verdict?.correctedBy !== undefined) return asked;
  const form = parts.library().byId.get(asked.question)?.form ?? "open";
  const { label, sentence, ts } = verdict({ id: asked.question, text: asked.text, form }, asked.replies);
  return {
    ...asked,
    verdict: { label, at: parts.now(), ...(sentence && { sentence }), ...(ts && { ts }) },
  };
}

/** True for half an answer or none that its asker was not shown yet. */
function isNews({ verdict: is, closed, told }: Asked): boolean {
  const open = is?.label === "partial" || is?.label === "non-answer";
  return !closed && open && is.correctedBy === undefined && told !== is.label;
}

/** Shown to the PM who asked, and to nobody else, if they are there to see it; otherwise it stands in Home. */
async function tell(parts: Parts, judged: Thread, asked: Asked, tries: number): Promise<void> {
  const { team, channel: id, root } = judged;
  const ref = { team, channel: id, root };
  const user = asked.by;
  const [record, person, member, channel, place] = await Promise.all([
    getPerson(parts, ref.team, user),
    parts.outside.person(ref.team, user),
    parts.outside.isMember(ref, user),
    getChannel(parts, ref.team, ref.channel),
    parts.outside.place(ref),
  ]);
  if ("accepted" in place) return;
  // Whoever asked by button wants to hear of the answer; the budget is for what nobody asked for.
  const wanted = {
    ...(channel ?? { id: ref.channel, pms: [user] }),
    nudged: [user],
    budget: Number.MAX_SAFE_INTEGER,
  };
  const pressed = asked.how === "button" || channel?.nudged.includes(user);
  const shared = channel?.sharedAgreedBy ?? (asked.how === "button" ? user : undefined);
  const consent = { ...wanted, ...(shared && { sharedAgreedBy: shared }) };
  const decision = decide({ now: parts.now(), ref, channel: consent, facts: place, record, person, member });
  if (!pressed || decision.how !== "whisper") return;
  const link = await linkTo(parts, ref, asked.verdict?.ts ?? asked.ts);
  const again = againFor(parts, judged, asked);
  const note = verdictNote({ ref, asked, link, ...(again !== undefined && { again }) });
  // Written down first: shown twice would be worse than shown in Home alone.
  const thread = await markTold(parts, ref, asked);
  if (thread === undefined) return;
  try {
    const delivery = await parts.outside.whisper(
      { team: ref.team, channel: ref.channel, user, ...(thread.hasReplies && { thread: ref.root }) },
      note,
    );
    parts.log.info({ ...ref, user, asked: asked.id, accepted: delivery.accepted }, "verdict");
  } catch (error) {
    if (!(error instanceof OutsideError) || !mayTryAgain(error, tries)) throw error;
    await changeAsked(parts, ref, asked.id, ({ told: _not, ...one }) => one);
    throw tryLater(parts, error, tries);
  }
}

/** Undefined where the verdict is another by now, or was shown already. */
async function markTold(parts: Parts, ref: ThreadRef, asked: Asked): Promise<Thread | undefined> {
  let marked = false;
  const thread = await changeThread(parts, ref, (before) => {
    const one = before?.asked.find((other) => other.id === asked.id);
    marked = one !== undefined && isNews(one) && one.verdict?.label === asked.verdict?.label;
    if (before === undefined || one?.verdict === undefined || !marked) return undefined;
    const told = { ...one, told: one.verdict.label };
    return {
      thread: { ...before, asked: before.asked.map((other) => (other.id === one.id ? told : other)) },
    };
  });
  return marked ? thread : undefined;
}

function observe(parts: Parts, ref: ThreadRef, asked: Asked): void {
  if (asked.verdict === undefined) return;
  const { label, sentence, ts } = asked.verdict;
  parts.observe?.({
    channel: ref.channel,
    ts: ts ?? asked.ts,
    step: "verdict",
    lines: [
      { label: asked.question, text: label },
      ...(sentence === undefined ? [] : [{ label: "decided by", text: sentence }]),
    ],
  });
}
