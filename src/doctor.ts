import { loadTemplates } from "./questions/load.ts";
import { showProblem } from "./questions/problem.ts";
import { readSettings, type Settings, SettingsError } from "./settings.ts";
import { checkInstallations, checkOAuth } from "./slack/check-oauth.ts";
import { checkSlack, type Finding } from "./slack/check.ts";
import { openStore } from "./store/open-store.ts";
import { StoreError } from "./store/store.ts";
import { readWordsFile, WordsFileError } from "./words-file.ts";

export type DoctorParts = {
  /** The folder of the shipped question templates. */
  readonly shipped: string;
  readonly fetch?: typeof fetch;
};

/** Looks at settings, tokens, scopes, store and templates, and says of each how it stands and what to do. */
export async function doctor(
  env: Readonly<Record<string, string | undefined>>,
  parts: DoctorParts,
): Promise<readonly Finding[]> {
  const settings = settingsOr(env);
  if ("problems" in settings) {
    return settings.problems.map((says) => ({ what: "settings", state: "stops", says }));
  }
  return [
    { what: "settings", state: "fine", says: "They fit together." },
    ...(await slackFindings(settings, parts)),
    ...(await storeFindings(settings, parts)),
    ...(await templateFindings(settings, parts.shipped)),
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

function settingsOr(env: Readonly<Record<string, string | undefined>>): Settings | SettingsError {
  try {
    return readSettings(env);
  } catch (error) {
    if (error instanceof SettingsError) return error;
    throw error;
  }
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
  const { redisUrl, slack, slackApiUrl } = settings;
  const what = redisUrl === undefined ? "store (embedded)" : "store (Redis)";
  try {
    const store = await openStore(settings, { warn: () => {} });
    try {
      await store.check();
      const found: Finding = { what, state: "fine", says: "It answers." };
      if (slack?.by !== "oauth") return [found];
      const reach = { ...(slackApiUrl !== undefined && { slackApiUrl }), ...(fetch && { fetch }) };
      return [found, ...(await checkInstallations(slack, store, reach))];
    } finally {
      await store.close();
    }
  } catch (error) {
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

async function templateFindings({ templatesDir }: Settings, shipped: string): Promise<Finding[]> {
  const folders = [shipped, ...(templatesDir === undefined ? [] : [templatesDir])];
  const { templates, problems } = await loadTemplates(folders);
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
