import { existsSync } from "node:fs";
import { templateFolders } from "./folders.ts";
import { loadTemplates } from "./questions/load.ts";
import { showProblem } from "./questions/problem.ts";
import { nearSettings } from "./near-settings.ts";
import { type Settings, SettingsError, settingsOrError } from "./settings.ts";
import { checkInstallations, checkOAuth } from "./slack/check-oauth.ts";
import { checkSlack, type Finding } from "./slack/check.ts";
import { mustBePossible, StoreInUse } from "./store/one-process.ts";
import { openStore } from "./store/open-store.ts";
import { StoreError } from "./store/store.ts";
import { readWordsFile, WordsFileError } from "./words-file.ts";

export type DoctorParts = { readonly fetch?: typeof fetch };

/** Looks at settings, tokens, scopes, store and templates, and says of each how it stands and what to do. */
export async function doctor(
  env: Readonly<Record<string, string | undefined>>,
  parts: DoctorParts = {},
): Promise<readonly Finding[]> {
  const settings = settingsOrError(env);
  const near = nearSettings(env).map((says): Finding => ({ what: "settings", state: "worth a look", says }));
  if (settings instanceof SettingsError) {
    return [
      ...settings.problems.map((says): Finding => ({ what: "settings", state: "stops", says })),
      ...near,
    ];
  }
  return [
    ...(near.length > 0 ? near : [{ what: "settings", state: "fine", says: "They fit together." } as const]),
    ...(await slackFindings(settings, parts)),
    ...(await storeFindings(settings, parts)),
    ...(await templateFindings(settings)),
    ...wordsFindings(settings),
  ];
}

/** Whether something stops the bot. */
export function stops(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.state === "stops");
}

const SIGNS = { fine: "ok  ", "worth a look": "look", stops: "STOP" } as const;

/** The findings as lines for a terminal. */
export function showDoctor(findings: readonly Finding[]): string {
  const lines = findings.map(
    ({ what, state, says }) => `${SIGNS[state]}  ${what}: ${says.replaceAll("\n", "\n      ")}`,
  );
  const end = stops(findings) ? "The bot cannot run like this." : "Nothing stops the bot.";
  return [...lines, "", end].join("\n");
}

async function slackFindings(
  { slack, slackApiUrl }: Settings,
  { fetch }: DoctorParts,
): Promise<readonly Finding[]> {
  const reach = { ...(slackApiUrl !== undefined && { slackApiUrl }), ...(fetch && { fetch }) };
  if (slack?.by === "oauth") return checkOAuth(slack, reach);
  if (slack !== undefined) return checkSlack(slack, reach);
  const says =
    "No Slack tokens, so `npm start` opens the playground. For Slack: create an app from `askwhy manifest --socket`, and fill in .env as .env.example shows.";
  return [{ what: "Slack", state: "worth a look", says }];
}

async function storeFindings(settings: Settings, { fetch }: DoctorParts): Promise<readonly Finding[]> {
  const { redisUrl, slack, slackApiUrl, dataDir } = settings;
  const what = redisUrl === undefined ? "store (embedded)" : "store (Redis)";
  try {
    // Nothing is made by looking: what would lie in a folder that is not there yet is the same as in memory.
    const isNew = redisUrl === undefined && !existsSync(dataDir);
    if (isNew) await mustBePossible(dataDir);
    const warned: Finding[] = [];
    const warn = ({ team }: { readonly team?: string }, says = "") =>
      void warned.push({ what: team ? `workspace ${team}` : what, state: "worth a look", says: `${says}.` });
    const store = await openStore({ ...settings, memory: isNew }, { warn });
    try {
      await store.check();
      await store.backlog(Date.now());
      const says = isNew ? `Its folder ${dataDir} is not there yet: the start makes it.` : "It answers.";
      const found: Finding[] = [{ what, state: "fine", says }, ...warned];
      if (slack?.by !== "oauth") return found;
      const reach = { ...(slackApiUrl !== undefined && { slackApiUrl }), ...(fetch && { fetch }) };
      return [...found, ...(await checkInstallations(slack, store, reach))];
    } finally {
      await store.close();
    }
  } catch (error) {
    if (error instanceof StoreInUse) {
      const says = `In use by ${error.by}, an Askwhy that runs, and so not looked into. A second bot cannot start beside it.`;
      return [{ what, state: "worth a look", says }];
    }
    const says =
      error instanceof StoreError
        ? error.message
        : "It cannot be opened. Check ASKWHY_DATA_DIR: the folder must be writable, and used by one bot alone.";
    return [{ what, state: "stops", says }];
  }
}

function wordsFindings({ wordsFile }: Settings): Finding[] {
  if (wordsFile === undefined) return [];
  try {
    readWordsFile(wordsFile);
    return [{ what: "words", state: "fine", says: "They can be used." }];
  } catch (error) {
    if (!(error instanceof WordsFileError)) throw error;
    return [{ what: "words", state: "stops", says: error.message }];
  }
}

async function templateFindings({ templatesDir }: Settings): Promise<Finding[]> {
  const { templates, problems } = await loadTemplates(templateFolders(templatesDir));
  const usable: Finding =
    templates.length === 0
      ? { what: "templates", state: "stops", says: "There is no question template that can be used." }
      : { what: "templates", state: "fine", says: `${templates.length} can be used.` };
  return [
    usable,
    ...problems.map((problem) => ({
      what: "template",
      state: "worth a look" as const,
      says: problem.mild
        ? showProblem(problem)
        : `${showProblem(problem)}\nIt is left out until it is put right; the others keep working.`,
    })),
  ];
}
