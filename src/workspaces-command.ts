import type { OAuthSettings, Settings } from "./settings.ts";
import { type Inspected, keepInstallations } from "./slack/installations.ts";
import { eraseAgainJob } from "./slack/several.ts";
import { openStore } from "./store/open-store.ts";
import { sealWith } from "./store/seal.ts";
import { type Store, StoreError } from "./store/store.ts";

export type WorkspacesCommand = {
  readonly args: readonly string[];
  readonly settings: Settings;
  readonly write: (text: string) => void;
  readonly complain: (text: string) => number;
};

/** `askwhy workspaces`, and `askwhy workspaces erase <id>`. Resolves to the exit code. */
export async function workspacesCommand(command: WorkspacesCommand): Promise<number> {
  const { settings, complain } = command;
  const { slack } = settings;
  if (slack?.by !== "oauth") {
    const none =
      slack === undefined ? "No Slack tokens are set." : "There is one workspace, by SLACK_BOT_TOKEN.";
    return complain(`${none} Several install the app by OAuth: see docs/workspaces.md.`);
  }
  try {
    const store = await openStore(settings, { warn: () => {} });
    try {
      return await onStore(store, slack, command);
    } finally {
      await store.close();
    }
  } catch (error) {
    if (error instanceof StoreError) return complain(error.message);
    throw error;
  }
}

async function onStore(
  store: Store,
  { encryptionKeys }: OAuthSettings,
  { args, write, complain }: WorkspacesCommand,
): Promise<number> {
  const [verb, team, ...rest] = args;
  const installations = keepInstallations({ store, seal: sealWith(encryptionKeys), now: Date.now });
  if (verb === undefined) {
    write(listed(await installations.inspect()));
    return 0;
  }
  if (verb !== "erase" || team === undefined || rest.length > 0) {
    return complain("usage: askwhy workspaces [erase <id>]");
  }
  const kept = (await store.keys(team)).length;
  await store.forget(team);
  await installations.strike(team, kept === 0 ? [] : [eraseAgainJob(team, Date.now())]);
  if (kept === 0) return complain(`Nothing is kept of a workspace ${team}.`);
  write(
    `Everything of ${team} is erased (records: ${kept}). For Slack the app is still installed there: have it removed.`,
  );
  return 0;
}

function listed({ fine, old, foreign, broken }: Inspected): string {
  const lines = [
    ...fine.map((one) => row(one)),
    ...old.map((one) => `${row(one)}  sealed with an older key`),
    ...foreign.map((team) => `${team}  sealed with a key that ENCRYPTION_KEY does not name`),
    ...broken.map((team) => `${team}  altered, cannot be used`),
  ];
  return lines.length === 0 ? "No workspace has installed the app." : lines.toSorted().join("\n");
}

const row = ({ team, at, url }: Inspected["fine"][number]) =>
  `${team}  since ${new Date(at).toISOString().slice(0, 10)}  ${url}`;
