import type { Link, Provider } from "./reading.ts";

/** One link as Slack wrote it: `<url|label>`, `<url>`, or a bare address. */
const LINK = /<(https?:\/\/[^<>|\s]+)(?:\|([^<>\n]*))?>|https?:\/\/[^\s<>|]+/gi;

type Host = { readonly host: RegExp; readonly provider: Provider };

/** The host gives the provider. A path can too, for what people run themselves. */
const HOSTS: readonly Host[] = [
  { host: /^(?:docs|drive|sheets|slides)\.google\.com$/, provider: "google-docs" },
  { host: /(?:^|\.)notion\.(?:so|site|com)$/, provider: "notion" },
  { host: /^(?:www\.)?linear\.app$/, provider: "linear" },
  { host: /^(?:www\.|gist\.)?github\.com$|^github\.|^ghe\./, provider: "github" },
  { host: /^(?:www\.)?gitlab\.com$|^gitlab\./, provider: "gitlab" },
  { host: /(?:^|\.)figma\.com$/, provider: "figma" },
  { host: /(?:^|\.)miro\.com$/, provider: "miro" },
  { host: /(?:^|\.)coda\.io$/, provider: "coda" },
  { host: /^paper\.dropbox\.com$/, provider: "dropbox-paper" },
  { host: /(?:^|\.)sharepoint\.com$/, provider: "sharepoint" },
  { host: /(?:^|\.)asana\.com$/, provider: "asana" },
  { host: /(?:^|\.)shortcut\.com$|(?:^|\.)clubhouse\.io$/, provider: "shortcut" },
  { host: /^dev\.azure\.com$|\.visualstudio\.com$/, provider: "azure-devops" },
  { host: /^jira\./, provider: "jira" },
  { host: /^(?:confluence|wiki)\./, provider: "confluence" },
];

/** What people run themselves is known by its paths. */
const PATHS: readonly { readonly path: RegExp; readonly provider: Provider }[] = [
  { path: /^\/wiki\/|^\/confluence\/|^\/display\/|\/pages\/viewpage\.action/, provider: "confluence" },
  { path: /^\/(?:jira\/)?browse\/[a-z][a-z0-9]+-\d+|\/secure\/RapidBoard/i, provider: "jira" },
  { path: /\/-\/(?:issues|merge_requests|epics|blob|work_items|jobs|pipelines|wikis)\b/, provider: "gitlab" },
  { path: /\/_(?:workitems|wiki|boards|build|git|sprints|backlogs)\b/, provider: "azure-devops" },
];

/** Labels and names that say the thing describes work. */
const WORK =
  /\b(?:rfc|prd|adr|spec|specs|specification|design|designs|proposal|requirements?|epic|ticket|story|brief|srs|trd|erd|concept|blueprint|architecture|scope|user ?stor(?:y|ies)|acceptance|screens?|mock-?ups?|wireframes?|flows?|prototype|technical|tech|one-?pager|draft|feature|plan|kickoff doc|solution|journey)\b/i;

/** Labels that say it describes no work. */
const NO_WORK =
  /\b(?:retro(?:spective)?|notes|minutes|holidays?|vacation|hr|policy|expenses?|party|photos?|team ?(?:list|page)|onboarding|off-?site|lunch|menu|guess who|budget|okrs?|all hands|town-?hall|slides|deck|recording|agenda|birthday|seating|contacts?|handbook|icebreaker|reading list|book club|rota|rotation|invoice|salary|survey|poll|feedback form|standup|travel|guidelines?|glossary|post-?mortem|postmortem|metrics|dashboard|headcount|org chart|checklist for new|welcome|swag|playlist|fun|quiz|moodboard music)\b/i;

/** Finds the links of a message and says which lead to something that describes work. */
export function findLinks(
  text: string,
  specHosts: readonly string[] = [],
  titles: Readonly<Record<string, string>> = {},
): Link[] {
  if (!text.includes("http")) return [];
  const links: Link[] = [];
  for (const match of text.matchAll(LINK)) {
    const raw = match[1] ?? withoutTail(match[0]);
    const label = match[2];
    const at = match.index + (match[1] === undefined ? 0 : 1);
    links.push({
      ...linkOf(raw, label ?? titles[raw], specHosts, text, match.index),
      at,
      ...(label ? { label: unescaped(label) } : {}),
    });
  }
  return links;
}

/** A bare address without the full stop or bracket that ends the sentence. */
function withoutTail(address: string): string {
  let end = address.length;
  while (end > 0 && ".,;:!?)".includes(address.charAt(end - 1))) end--;
  return address.slice(0, end);
}

const unescaped = (text: string): string =>
  text.replace(/&gt;/g, ">").replace(/&lt;/g, "<").replace(/&amp;/g, "&");

function linkOf(
  raw: string,
  label: string | undefined,
  specHosts: readonly string[],
  text: string,
  at: number,
): Omit<Link, "at" | "label"> {
  const url = unescaped(raw);
  const parsed = parts(url);
  if (!parsed) return { url, provider: "other", spec: false };
  const provider = providerOf(parsed.host, parsed.path);
  const own = specHosts.some((host) => parsed.host === host || parsed.host.endsWith(`.${host}`));
  const words = `${label ?? ""} ${readable(parsed.path)}`;
  const near = text
    .slice(Math.max(0, at - 60), at + raw.length + (label?.length ?? 0) + 80)
    .replace(raw, " ");
  return { url, provider, spec: isSpec(provider, parsed, words, label ?? "", near, own) };
}

const readable = (path: string): string => {
  try {
    return decodeURIComponent(path).replace(/[-_+/.]/g, " ");
  } catch {
    return path.replace(/[-_+/.]/g, " ");
  }
};

type Parts = { readonly host: string; readonly path: string; readonly query: string };
function parts(url: string): Parts | undefined {
  const match = /^https?:\/\/([^/?#:]+)(?::\d+)?([^?#]*)(\?[^#]*)?/i.exec(url);
  return match ? { host: match[1]!.toLowerCase(), path: match[2] || "/", query: match[3] ?? "" } : undefined;
}

function providerOf(host: string, path: string): Provider {
  if (host.endsWith(".atlassian.net")) return path.startsWith("/wiki") ? "confluence" : "jira";
  return (
    HOSTS.find((one) => one.host.test(host))?.provider ??
    PATHS.find((one) => one.path.test(path))?.provider ??
    "other"
  );
}

/** For each provider: which paths lead to something that describes work. */
const SPEC_PATHS: Readonly<Partial<Record<Provider, RegExp>>> = {
  jira: /\/browse\/[a-z][a-z0-9_]*-\d+|\/issues\/[a-z][a-z0-9_]*-\d+/i,
  linear: /^\/[^/]+\/(?:issue|project|document|initiative|projects\/[^/]+)\//,
  shortcut: /\/(?:story|epic|write|milestone|iteration-doc|objective)\//,
  asana: /^\/0\/\d+\/\d+|\/task\/\d+|\/project\/\d+\/(?:task|overview)|\/item\/\d+/,
  "azure-devops": /\/_workitems\/(?:edit\/)?|\/_wiki\//,
  confluence: /\/pages\/|\/display\/|\/wiki\/x\/|viewpage\.action/,
  notion: /^\/[^/]+\/[^/]|[0-9a-f]{4}$/i,
  "google-docs": /\/document\/|\/presentation\/|\/spreadsheets\//,
  "dropbox-paper": /\/doc\//,
  coda: /^\/d\//,
  figma: /^\/(?:file|design|proto|board|slides|make)\//,
  miro: /\/app\/board\//,
  github: /\/(?:issues\/\d+|discussions\/\d+|milestone\/\d+|projects\/\d+)/,
  gitlab: /\/-\/(?:issues|epics|work_items|milestones)\/\d+/,
};

function isSpec(
  provider: Provider,
  link: Parts,
  words: string,
  label: string,
  near: string,
  own: boolean,
): boolean {
  const named = WORK.test(words);
  const unnamed = NO_WORK.test(words) || (!named && NO_WORK.test(near) && !WORK.test(near));
  const path = SPEC_PATHS[provider]?.test(link.path) === true;
  switch (provider) {
    case "jira":
      return path || /selectedIssue=/i.test(link.query);
    case "linear":
    case "shortcut":
    case "asana":
      return path;
    case "github":
    case "gitlab":
      return path || proposal(link.path, words, label);
    case "miro":
      return path && !NO_WORK.test(words) && (named || WORK.test(near));
    case "figma":
      return (
        path &&
        (link.path.startsWith("/board")
          ? !NO_WORK.test(words) && (named || WORK.test(near))
          : !NO_WORK.test(label))
      );
    case "google-docs":
      return /\/document\//.test(link.path) ? !unnamed : path && named && !NO_WORK.test(words);
    case "confluence":
      return (
        path &&
        !/\/blog\//.test(link.path) &&
        !/\/spaces\/(?:HR|PEOPLE|FIN|OFFICE)\//i.test(link.path) &&
        !unnamed
      );
    case "sharepoint":
      return (
        !/^\/:[vpfui]:/.test(link.path) &&
        !unnamed &&
        (named ||
          link.path.startsWith("/:w:") ||
          (/file=[^&=]{0,200}\.docx?/i.test(link.query) && !NO_WORK.test(readable(link.query))))
      );
    case "azure-devops":
      return path && !unnamed;
    case "notion":
    case "dropbox-paper":
    case "coda":
      return path && !unnamed;
    case "other":
      return otherSpec(link, words, label, own);
  }
}

/** A pull request or a file counts where its name says that it proposes or decides something. */
function proposal(path: string, words: string, label: string): boolean {
  if (/\/(?:pull|-\/merge_requests)\/\d+/.test(path))
    return (
      /\b(?:rfc|proposal|adr|design|spec|prd)\b/i.test(label) ||
      /\/(?:rfcs?|proposals?|adrs?|specs?|designs?)\/(?:pull|-)/i.test(path)
    );
  return (
    /\/(?:blob|-\/blob|wiki|-\/wikis)\//.test(path) &&
    /\.(?:md|mdx|adoc|rst|txt)$|\/wikis?\//i.test(path) &&
    /\b(?:rfcs?|adrs?|spec|specs|design|designs|proposals?|prd|requirements|architecture|decisions)\b/i.test(
      words,
    )
  );
}

const TRACKER =
  /^(?:www\.)?(?:trello\.com|app\.clickup\.com|[^.]+\.monday\.com|pivotaltracker\.com|www\.pivotaltracker\.com|app\.plane\.so|basecamp\.com|3\.basecamp\.com|height\.app|wrike\.com|www\.wrike\.com)$|^(?:redmine|youtrack|phabricator|bugzilla|mantis|openproject|taiga|trac|tracker|issues|tickets)\.|\.youtrack\.cloud$|\.myjetbrains\.com$/;
const TRACKED =
  /\/c\/|\/t\/|\/issues?\/|\/ticket|\/story\/|\/T\d+|\/bug|\/work_packages\/|\/browse\/|\/items?\/|\/todos\/|pulses|open\.htm|show_bug/;
const NEVER =
  /(?:^|\.)(?:slack\.com|zoom\.us|giphy\.com|tenor\.com|youtube\.com|youtu\.be|loom\.com|npmjs\.com|pypi\.org|medium\.com|dev\.to|stackoverflow\.com|sentry\.io|datadoghq\.com|grafana\.net|pagerduty\.com|statuspage\.io|wikipedia\.org|twitter\.com|x\.com|linkedin\.com|vimeo\.com|meet\.google\.com|calendar\.google\.com|teams\.microsoft\.com|calendly\.com|crates\.io|hub\.docker\.com|newrelic\.com|circleci\.com|imgur\.com|reddit\.com|news\.ycombinator\.com|substack\.com)$|^(?:grafana|jenkins|kibana|prometheus|argocd|ci|status|sonar|metrics|logs|calendar|meet|blog|docker|registry|sentry)\./;

function otherSpec(link: Parts, words: string, label: string, own: boolean): boolean {
  if (own) return !NO_WORK.test(words);
  if (NEVER.test(link.host)) return false;
  if (TRACKER.test(link.host)) return TRACKED.test(link.path);
  const document =
    /^(?:hackmd\.io|hedgedoc\.|quip\.com|.*\.quip\.com|whimsical\.com|lucid\.app|lucidchart\.com|.*\.slab\.com|app\.slite\.com|.*\.craft\.(?:do|me)|roamresearch\.com|.*\.box\.com|dropbox\.com|www\.dropbox\.com|outline\.|docs\.|wiki\.|zeplin\.io|app\.zeplin\.io|app\.abstract\.com|.*\.invisionapp\.com|xd\.adobe\.com|excalidraw\.com|app\.nuclino\.com|.*\.aha\.io|.*\.productboard\.com)/.test(
      link.host,
    );
  const strong = /\b(?:rfc|prd|adr|spec|specification|design doc|proposal|requirements?|srs)\b/i.test(
    label || words,
  );
  return !NO_WORK.test(words) && (document ? WORK.test(words) : strong);
}
