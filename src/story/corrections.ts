import { type Corrected, correctionsForm } from "../telling/corrections-form.ts";
import type { Handle } from "../telling/outside.ts";
import type { Thread } from "../threads/thread.ts";
import { say, openForm } from "./saying.ts";
import { isLead } from "./leads.ts";
import type { Parts } from "./parts.ts";
import { CORRECTIONS, getThread, refOf } from "./records.ts";

/** Threads with corrections looked through, newest first: more than one form holds. */
const MOST_THREADS = 100;

/**
 * `/askwhy corrections`: the verdicts people put right, as examples for the templates. For leads and admins, and for
 * each of them only from channels they are in.
 */
export async function showCorrections(parts: Parts, handle: Handle): Promise<void> {
  const { team, user } = handle;
  const lead = (await isLead(parts, team, user)) || (await parts.outside.person(team, user)).admin;
  if (!lead) return say(parts, handle, "Corrections are for eng leads and admins, who tune the questions.");
  const keys = await parts.store.list(team, CORRECTIONS, parts.now(), MOST_THREADS);
  const threads = await Promise.all(keys.map((key) => getThread(parts, refOf(key))));
  const corrected = threads.filter((thread) => thread !== undefined).flatMap(correctedIn);
  const seen = await seenBy(parts, user, corrected);
  if (seen.length === 0) {
    return say(parts, handle, "Nobody has corrected a verdict lately in a channel you are in.");
  }
  await openForm(parts, handle, correctionsForm(seen));
}

type InChannel = Corrected & { readonly team: string; readonly channel: string };

function correctedIn({ team, channel, asked }: Thread): InChannel[] {
  return asked.flatMap(({ question, text, verdict }) =>
    verdict?.correctedBy === undefined || verdict.sentence === undefined
      ? []
      : [{ team, channel, question, text, sentence: verdict.sentence, label: verdict.label }],
  );
}

async function seenBy(parts: Parts, user: string, all: readonly InChannel[]): Promise<Corrected[]> {
  const channels = new Map(all.map(({ team, channel }) => [channel, { team, channel }]));
  const member = new Set<string>();
  for (const place of channels.values()) {
    if (await parts.outside.isMember(place, user)) member.add(place.channel);
  }
  return all.filter(({ channel }) => member.has(channel));
}
