import * as z from "zod";
import { type Seal, SealError } from "../store/seal.ts";
import type { Job, Key, Store } from "../store/store.ts";
import { OutsideError } from "../telling/outside.ts";
import { forAWhile } from "./for-a-while.ts";
import type { Workspace } from "./workspaces.ts";

/** What is kept of an installation: all of it sealed, the token above all. */
export type Installation = Workspace & {
  /** When it was installed, in milliseconds since 1970. */
  readonly at: number;
};

export type Installations = {
  /** The installation; remembered for a minute. Rejects with an `OutsideError` where it cannot be opened. */
  find(team: string): Promise<Installation | undefined>;
  /** Keeps an installation, in place of an older one, and schedules jobs of the workspace with it. */
  put(installation: Installation, schedule: readonly Job[]): Promise<void>;
  /** Nothing is remembered of this workspace: the next look goes to the store. */
  forget(team: string): void;
  /** Takes the workspace off that list, and schedules jobs of the house. Its installation itself goes with all else that is kept of it. */
  strike(team: string, schedule?: readonly Job[]): Promise<void>;
  /** Schedules jobs of a workspace, if it is installed. */
  schedule(team: string, jobs: readonly Job[]): Promise<void>;
  /** Looks at every installation, and changes nothing. */
  inspect(): Promise<Inspected>;
  /** The same, and seals anew what was sealed with an older key. */
  reseal(): Promise<Inspected>;
};

/** Workspaces by how their installation stands. */
export type Inspected = {
  readonly fine: readonly Installation[];
  /** Sealed with an older key. They open all the same. */
  readonly old: readonly Installation[];
  /** Sealed with a key that is not there. */
  readonly foreign: readonly string[];
  /** Altered, or of an unknown form. */
  readonly broken: readonly string[];
};

/** What belongs to no workspace is kept under this name. Slack's ids are in capitals. */
export const HOUSE = "askwhy";
const INSTALLED = "installed";
/** How long another process may not know that a workspace left or came with a new token. */
const REMEMBERED = 60_000;
/** More than one process of this bot can serve. */
const MOST_TEAMS = 100_000;

const keyOf = (team: string): Key => ({ team, kind: "installation", id: "slack" });
const entryOf = (team: string): Key => ({ team: HOUSE, kind: "workspace", id: team });
const purposeOf = (team: string) => `installation of ${team}`;

type Record = { readonly sealed: string };

const installation = z.object({
  team: z.string(),
  token: z.string().min(1),
  bot: z.object({ user: z.string() }),
  url: z.string(),
  at: z.number(),
});

class NotInstalled extends Error {}

type KeptBy = { readonly store: Store; readonly seal: Seal; readonly now: () => number };

/**
 * Installations as the store keeps them: each sealed, among the records of its own workspace, so that it is forgotten with
 * them; and a list of all workspaces beside.
 */
export function keepInstallations(by: KeptBy): Installations {
  const { store, seal, now } = by;
  const remembered = forAWhile<Installation>(REMEMBERED, now);
  return {
    // An absence is not remembered: a workspace that was installed by another process is served at once.
    find: (team) =>
      remembered(team, () => read(by, team)).catch((error: unknown) => {
        if (error instanceof NotInstalled) return undefined;
        throw error instanceof SealError ? cannotOpen(team, error) : error;
      }),
    async put(one, schedule) {
      // Should we be killed in between, the list names a workspace too many, and no token is lost from sight.
      await store.change(entryOf(one.team), now(), () => ({
        ...lasting({}),
        lists: { [INSTALLED]: one.at },
      }));
      await store.change(keyOf(one.team), now(), () => ({ ...lasting(closed(seal, one)), schedule }));
      remembered.forget(one.team);
    },
    forget: (team) => remembered.forget(team),
    async strike(team, schedule = []) {
      remembered.forget(team);
      await store.change(entryOf(team), now(), () => ({ record: null, until: now(), schedule }));
    },
    schedule: async (team, schedule) =>
      void (await store.change<Record>(
        keyOf(team),
        now(),
        (record) => record && { ...lasting(record), schedule },
      )),
    inspect: () => inspect(by, async () => {}),
    reseal: () => inspect(by, sealAnew),
  };
}

async function read(by: KeptBy, team: string): Promise<Installation> {
  const record = await by.store.get<Record>(keyOf(team), by.now());
  if (record === undefined) throw new NotInstalled();
  const opened = openIn(by.seal, team, record);
  if (by.seal.isOld(record.sealed)) await sealAnew(by, team, record, opened);
  return opened;
}

/** Seals with the newest key what was sealed with an older one, unless it was put anew meanwhile. */
async function sealAnew(
  { store, seal, now }: KeptBy,
  team: string,
  before: Record,
  opened: Installation,
): Promise<void> {
  await store.change<Record>(keyOf(team), now(), (record) =>
    record?.sealed === before.sealed ? lasting(closed(seal, opened)) : undefined,
  );
}

/** Looks at every installation; `onOld` is told of each that was sealed with an older key. */
async function inspect(by: KeptBy, onOld: typeof sealAnew): Promise<Inspected> {
  const { store, seal, now } = by;
  const found = { fine: [], old: [], foreign: [], broken: [] } as {
    [state in keyof Inspected]: Inspected[state][number][];
  };
  for (const { id: team } of await store.list(HOUSE, INSTALLED, now(), MOST_TEAMS)) {
    const record = await store.get<Record>(keyOf(team), now());
    // Erased, or being installed this moment.
    if (record === undefined) continue;
    const opened = tryOpen(seal, team, record);
    if (opened === undefined) (isForeign(seal, record) ? found.foreign : found.broken).push(team);
    else if (seal.isOld(record.sealed)) {
      await onOld(by, team, record, opened);
      found.old.push(opened);
    } else found.fine.push(opened);
  }
  return found;
}

const closed = (seal: Seal, one: Installation): Record => ({
  sealed: seal.close(JSON.stringify(one), purposeOf(one.team)),
});

const lasting = <T>(record: T) => ({ record, until: Infinity });

function openIn(seal: Seal, team: string, { sealed }: Record): Installation {
  const parsed = installation.safeParse(JSON.parse(seal.open(String(sealed), purposeOf(team))));
  if (parsed.success) return parsed.data;
  throw new SealError("It is of a form this version does not know.");
}

function tryOpen(seal: Seal, team: string, record: Record): Installation | undefined {
  try {
    return openIn(seal, team, record);
  } catch (error) {
    if (error instanceof SealError) return undefined;
    throw error;
  }
}

const isForeign = (seal: Seal, { sealed }: Record) => seal.isForeign(String(sealed));

const cannotOpen = (team: string, error: SealError) =>
  new OutsideError(`the token of workspace ${team} cannot be opened. ${error.message}`, { cause: error });
