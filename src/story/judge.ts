import { verdict } from "../questions/verdict.ts";
import type { LeasedJob } from "../store/store.ts";
import { decide } from "../telling/decide.ts";
import { verdictNote } from "../telling/verdict-note.ts";
import type { Asked, Thread, ThreadRef } from "../threads/thread.ts";
import { linkTo, refreshHome } from "./home.ts";
import type { Parts } from "./parts.ts";
import { changeThread, getChannel, getPerson } from "./records.ts";

/** The thread has been quiet: what did the replies do to the questions that stand in it? */
export async function judgeDue(parts: Parts, job: LeasedJob): Promise<void> {
  const ref = { team: job.team, channel: job.about["channel"] ?? "", root: job.about["root"] ?? "" };
  let told: Asked[] = [];
  const thread = await changeThread(parts, ref, (before) => {
    told = [];
    if (before === undefined) return undefined;
    const asked = before.asked.map((one) => {
      const judged = judge(parts, one);
      const tell = isWorthTelling(judged) && judged.told !== judged.verdict?.label;
      const next = tell && judged.verdict ? { ...judged, told: judged.verdict.label } : judged;
      if (tell) told.push(next);
      return next;
    });
    return { thread: { ...before, asked } };
  });
  if (thread === undefined) return;
  for (const one of thread.asked) observe(parts, ref, one);
  for (const one of told) await tell(parts, ref, thread, one);
  for (const user of new Set(thread.asked.map((one) => one.by))) await refreshHome(parts, ref.team, user);
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

function isWorthTelling({ verdict: is, closed }: Asked): boolean {
  return !closed && is?.correctedBy === undefined && (is?.label === "partial" || is?.label === "non-answer");
}

/** Shown to the PM who asked, and to nobody else, if they are there to see it; otherwise it stands in Home. */
async function tell(parts: Parts, ref: ThreadRef, thread: Thread, asked: Asked): Promise<void> {
  const user = asked.by;
  const [record, person, channel, place] = await Promise.all([
    getPerson(parts, ref.team, user),
    parts.outside.person(ref.team, user),
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
  const decision = decide({ now: parts.now(), ref, channel: consent, facts: place, record, person });
  if (!pressed || decision.how !== "whisper") return;
  const template = parts.library().byId.get(asked.question);
  const link = await linkTo(parts, ref, asked.verdict?.ts ?? asked.ts);
  const delivery = await parts.outside.whisper(
    { team: ref.team, channel: ref.channel, user, ...(thread.hasReplies && { thread: ref.root }) },
    verdictNote({ ref, asked, link, ...(template && { again: template.again }) }),
  );
  parts.log.info({ ...ref, user, asked: asked.id, accepted: delivery.accepted }, "verdict");
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
