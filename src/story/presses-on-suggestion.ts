import { termsIn } from "../questions/glossary.ts";
import { nextMorning } from "../telling/working-day.ts";
import { threadName } from "../telling/decide.ts";
import { until } from "../telling/home.ts";
import { type Asked, LABELS, type Label } from "../threads/thread.ts";
import type { Words } from "../telling/note.ts";
import type { Pressed } from "../telling/outside.ts";
import { VERDICT_WORDS } from "../telling/verdict-note.ts";
import { whyForm } from "../telling/why-form.ts";
import { scheduleMorning } from "./next-morning.ts";
import { drawHome, markSeen } from "./home.ts";
import { askedPressed, changeAsked, changeOffer, noteFor, offerPressed, refreshOthers } from "./offers.ts";
import { answerPress, saying } from "./saying.ts";
import type { Parts } from "./parts.ts";
import { changePerson, changeThread, CORRECTIONS, getPerson } from "./records.ts";

/** "2 more": the same suggestion with all its questions. */
export async function showMore(parts: Parts, pressed: Pressed): Promise<void> {
  const found = await offerPressed(parts, pressed);
  if (found === undefined) return;
  const { ref, offer, thread } = found;
  await markSeen(parts, thread, pressed.handle.user, offer);
  if (pressed.handle.surface === "home") {
    await pressed.kept?.();
    return drawHome(parts, ref.team, await getPerson(parts, ref.team, pressed.handle.user), offer.id);
  }
  const note = await noteFor(parts, pressed.handle.user, { ref, offer, expanded: true });
  await parts.outside.answer(pressed.handle, note, "replace");
}

/** "Why ask?": the reason, a good answer, a weak one, and the words of the message from the glossary. */
export async function showWhy(parts: Parts, pressed: Pressed): Promise<void> {
  const found = await offerPressed(parts, pressed);
  if (found?.question === undefined) return;
  const { question, offer, thread } = found;
  const form = whyForm({
    question,
    template: parts.library().byId.get(question.id),
    terms: termsIn(`${offer.quote} ${question.text}`, parts.glossary()),
  });
  if (!(await parts.outside.open(pressed.handle, form))) {
    await parts.outside.answer(
      pressed.handle,
      { summary: `Why ask: ${question.text}`, parts: form.parts },
      "new",
    );
  }
  await markSeen(parts, thread, pressed.handle.user, offer);
}

export const notUseful = (parts: Parts, pressed: Pressed) => putAway(parts, pressed, "not-useful");
export const covered = (parts: Parts, pressed: Pressed) => putAway(parts, pressed, "covered");

/** The question goes from the suggestion, for good in this thread; what is left of the suggestion stays. */
async function putAway(parts: Parts, pressed: Pressed, as: "not-useful" | "covered"): Promise<void> {
  const found = await offerPressed(parts, pressed);
  if (found?.question === undefined) return;
  const { ref, offer, question } = found;
  const thread = await changeOffer(parts, ref, offer.id, (one) => ({
    ...one,
    pressed: { [question.id]: as, ...one.pressed },
  }));
  const left = thread?.offers.find((one) => one.id === offer.id);
  parts.log.info({ ...ref, question: question.id, as }, "put away");
  if (left === undefined) return;
  await answerPress(parts, pressed, await noteFor(parts, pressed.handle.user, { ref, offer: left }));
  await refreshOthers(parts, pressed.handle, left);
}

/** "Not an estimate": nothing more is said about that message, to anybody. */
export async function notAnEstimate(parts: Parts, pressed: Pressed): Promise<void> {
  const found = await offerPressed(parts, pressed);
  if (found === undefined) return;
  const { ref, offer } = found;
  await changeThread(parts, ref, (thread) => {
    if (thread === undefined || thread.notEstimates.includes(offer.about)) return undefined;
    const offers = thread.offers.map((one) =>
      one.about === offer.about ? withState(one, "done", parts.now()) : one,
    );
    return { thread: { ...thread, offers, notEstimates: [...thread.notEstimates, offer.about] } };
  });
  await confirm(parts, pressed, ["Thanks. I won't treat “", offer.quote, "” as an estimate."]);
  await refreshOthers(parts, pressed.handle, offer);
}

const withState = <T extends { readonly to: Readonly<Record<string, object>> }>(
  offer: T,
  state: "done",
  at: number,
): T => ({
  ...offer,
  to: Object.fromEntries(Object.keys(offer.to).map((user) => [user, { state, at }])),
});

/** Takes a suggestion out of one person's Home. */
export async function dismiss(parts: Parts, pressed: Pressed): Promise<void> {
  const found = await offerPressed(parts, pressed);
  if (found === undefined) return;
  const { user } = pressed.handle;
  await changeOffer(parts, found.ref, found.offer.id, (offer) => ({
    ...offer,
    to: { ...offer.to, [user]: { state: "done", at: parts.now() } },
  }));
  await answerPress(parts, pressed, saying("Put away."));
}

export async function muteThread(parts: Parts, pressed: Pressed): Promise<void> {
  const found = await offerPressed(parts, pressed);
  if (found === undefined) return;
  const name = threadName(found.ref);
  await changePerson(parts, pressed.handle.team, pressed.handle.user, (person) =>
    person.mutedThreads.includes(name)
      ? undefined
      : { ...person, mutedThreads: [...person.mutedThreads, name] },
  );
  await confirm(
    parts,
    pressed,
    "This thread is muted for you. Others see no change. Undo it in my Home tab.",
  );
}

export async function muteQuestion(parts: Parts, pressed: Pressed): Promise<void> {
  const found = await offerPressed(parts, pressed);
  if (found?.question === undefined) return;
  const name = `${found.ref.channel}/${found.question.id}`;
  await changePerson(parts, pressed.handle.team, pressed.handle.user, (person) =>
    person.mutedQuestions.includes(name)
      ? undefined
      : { ...person, mutedQuestions: [...person.mutedQuestions, name] },
  );
  await confirm(
    parts,
    pressed,
    "You won't see this question in this channel again. Others see no change. Undo it in my Home tab.",
  );
}

/** No nudges until the next working day. */
export async function pause(parts: Parts, pressed: Pressed): Promise<void> {
  const { team, user } = pressed.handle;
  const { zone } = await parts.outside.person(team, user);
  const person = await changePerson(parts, team, user, (one) => ({
    ...one,
    mutedUntil: nextMorning(parts.now(), zone, one.workday),
  }));
  await confirm(parts, pressed, [
    "No nudges for you ",
    ...until(person.mutedUntil ?? 0),
    ". /askwhy unmute brings them back.",
  ]);
}

export async function resume(parts: Parts, pressed: Pressed): Promise<void> {
  const { team, user } = pressed.handle;
  await changePerson(parts, team, user, ({ mutedUntil: _gone, ...person }) => person);
  await scheduleMorning(parts, team, user);
  await confirm(parts, pressed, "Nudges are back.");
}

export async function unmute(parts: Parts, pressed: Pressed): Promise<void> {
  const { team, user } = pressed.handle;
  await changePerson(parts, team, user, (person) => ({ ...person, mutedThreads: [], mutedQuestions: [] }));
  await confirm(parts, pressed, "Nothing is muted for you any more.");
}

/** The verdict was wrong: what the person says stands. */
export async function correct(parts: Parts, pressed: Pressed): Promise<void> {
  const label = LABELS.find((one): one is Label => one === pressed.press.about["label"]);
  const found = label && (await askedPressed(parts, pressed));
  if (label === undefined || found === undefined) return;
  const at = parts.now();
  const corrected = (asked: Asked): Asked => ({
    ...asked,
    verdict: { ...asked.verdict, label, at, correctedBy: pressed.handle.user },
  });
  await changeAsked(parts, found.ref, found.asked.id, corrected, { [CORRECTIONS]: at });
  await confirm(parts, pressed, ["Noted as ", VERDICT_WORDS[label], "."]);
}

/** "Let it rest": the question stays in the thread, and I say no more of it. */
export async function close(parts: Parts, pressed: Pressed): Promise<void> {
  const found = await askedPressed(parts, pressed);
  if (found === undefined) return;
  await changeAsked(parts, found.ref, found.asked.id, (asked) => ({ ...asked, closed: true }));
  await confirm(parts, pressed, "Done. I won't bring it up again.");
}

async function confirm(parts: Parts, pressed: Pressed, words: Words): Promise<void> {
  await answerPress(parts, pressed, saying(words));
}
