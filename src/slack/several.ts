import type { Log } from "../log.ts";
import type { LeasedJob, Job, Store } from "../store/store.ts";
import { HOUSE, type Installation, type Installations } from "./installations.ts";
import { isTaken, type TestToken, type Workspaces } from "./workspaces.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Longer than any process goes on with what it remembers of a workspace that left, or with work begun for it. */
const ERASE_AGAIN = 5 * MINUTE;

const LOOK = "is-it-installed";
const ERASE = "erase-workspace";
/** Every kind of job about workspaces, by name. */
export const WORKSPACE_JOB_KINDS = [LOOK, ERASE] as const;

/** The workspaces that installed the bot by OAuth: who they are, and what happens when one leaves. */
export type Several = Workspaces & {
  /** A workspace has installed the bot. */
  joined(installation: Installation): Promise<void>;
  /** Does the jobs that are about installations; true where this was one. */
  due(job: LeasedJob): Promise<boolean>;
};

export type SeveralParts = {
  readonly store: Pick<Store, "forget">;
  readonly installations: Installations;
  readonly test: TestToken;
  readonly now: () => number;
  readonly log: Log;
};

/**
 * A workspace that puts the bot out is erased at once, and once more a little later: another process may have been in the
 * middle of something for it. Should Slack's word of it be lost, since the bot was away too long, a look once a day finds a
 * token that Slack withdrew; if it is so the next day too, the workspace is erased then.
 */
export function severalWorkspaces(parts: SeveralParts): Several {
  const { installations, now, log } = parts;
  return {
    find: (team) => installations.find(team),
    refused: (team) => installations.forget(team),
    async hasLeft(team, at) {
      installations.forget(team);
      const known = await installations.find(team);
      // Slack's times are whole seconds.
      if (known === undefined || at >= known.at - (known.at % 1000)) return true;
      return !(await isTaken(parts.test, known.token));
    },
    async erased(team) {
      await installations.strike(team, [eraseAgainJob(team, now())]);
      log.info({ team }, "a workspace put the bot out, and was erased");
    },
    async joined(installation) {
      const { team } = installation;
      await installations.put(installation, [lookJob(team, now() + DAY, false)]);
      log.info({ team }, "a workspace has installed the bot");
    },
    async due({ kind, team, about }) {
      if (kind === LOOK) await look(parts, team, about["refused"] === "yes");
      if (kind === ERASE) await eraseAgain(parts, about["team"] ?? "");
      return kind === LOOK || kind === ERASE;
    },
  };
}

/** The look of every day: whether Slack still takes the token. Refused two days running, the workspace is erased. */
async function look(parts: SeveralParts, team: string, refusedBefore: boolean): Promise<void> {
  const { installations, now, log } = parts;
  const again = (refused: boolean) => installations.schedule(team, [lookJob(team, now() + DAY, refused)]);
  // First of all: if Slack says nothing today, it is asked tomorrow.
  await again(refusedBefore);
  const known = await installations.find(team);
  if (known === undefined) return;
  const refused = !(await isTaken(parts.test, known.token));
  if (refused && refusedBefore) return erase(parts, team);
  if (refused)
    log.warn({ team }, "Slack has withdrawn the token of this workspace; erased tomorrow if so then");
  if (refused !== refusedBefore) await again(refused);
}

/** The second look of an erased workspace: it may have come back since. */
async function eraseAgain(parts: SeveralParts, team: string): Promise<void> {
  const { installations, test } = parts;
  installations.forget(team);
  const known = await installations.find(team);
  if (known === undefined || !(await isTaken(test, known.token))) await erase(parts, team);
}

async function erase({ store, installations, log }: SeveralParts, team: string): Promise<void> {
  await store.forget(team);
  await installations.strike(team);
  log.info({ team }, "a workspace was erased");
}

/** Erases once more what a process wrote that still knew the workspace at `now`. */
export const eraseAgainJob = (team: string, now: number): Job => ({
  team: HOUSE,
  id: `${ERASE}:${team}`,
  kind: ERASE,
  due: now + ERASE_AGAIN,
  about: { team },
});

const lookJob = (team: string, due: number, refused: boolean): Job => ({
  team,
  id: LOOK,
  kind: LOOK,
  due,
  about: { refused: refused ? "yes" : "no" },
});
