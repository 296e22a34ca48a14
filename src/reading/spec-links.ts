import type { Provider } from "./reading.ts";

/** Labels and names that say the thing describes work. */
const WORK =
  /\b(?:rfc|prd|adr|spec|specs|specification|design|designs|proposal|requirements?|epic|ticket|story|brief|srs|trd|erd|concept|blueprint|architecture|scope|user ?stor(?:y|ies)|acceptance|screens?|mock-?ups?|wireframes?|flows?|prototype|technical|tech|one-?pager|draft|feature|plan|kickoff doc|solution|journey)\b/i;

/** Labels that say it describes no work. */
const NO_WORK =
  /\b(?:retro(?:spective)?|notes|minutes|holidays?|vacation|hr|policy|expenses?|party|photos?|team ?(?:list|page)|onboarding|off-?site|lunch|menu|guess who|budget|okrs?|all hands|town-?hall|slides|deck|recording|agenda|birthday|seating|contacts?|handbook|icebreaker|reading list|book club|rota|rotation|invoice|salary|survey|poll|feedback form|standup|travel|guidelines?|glossary|post-?mortem|postmortem|metrics|dashboard|headcount|org chart|checklist for new|welcome|swag|playlist|fun|quiz|moodboard music)\b/i;

/** A link, with what it says of itself and what is said around it. */
export type LinkSeen = {
  readonly provider: Provider;
  readonly host: string;
  readonly path: string;
  readonly query: string;
  /** What it is called: by who posted it, or by its page. */
  readonly label: string;
  /** The words around it. */
  readonly near: string;
  /** Whether the host is one the team named. */
  readonly own: boolean;
};

type Seen = LinkSeen & {
  /** The label and the words of the address. */
  readonly words: string;
  /** Whether those say that it describes work, and whether they say that it describes none. */
  readonly named: boolean;
  readonly dull: boolean;
  /** Whether the words around it say that it describes work. */
  readonly namedNear: boolean;
  /** Whether it is called something else than work, by itself or by the words around it. */
  readonly unnamed: boolean;
  /** Whether the path is one of those of its provider. */
  readonly onPath: boolean;
};

/** Whether a link leads to something that describes work. */
export function isSpec(link: LinkSeen): boolean {
  const { provider, path, label, near } = link;
  const words = `${label} ${readable(path)}`;
  const named = WORK.test(words);
  const namedNear = WORK.test(near);
  const dull = NO_WORK.test(words);
  const unnamed = dull || (!named && NO_WORK.test(near) && !namedNear);
  const onPath = SPEC_PATHS[provider]?.test(path) === true;
  return DESCRIBES_WORK[provider]({ ...link, words, named, namedNear, dull, unnamed, onPath });
}

const readable = (path: string): string => {
  try {
    return decodeURIComponent(path).replace(/[-_+/.]/g, " ");
  } catch {
    return path.replace(/[-_+/.]/g, " ");
  }
};

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

/** For each provider: which of its links lead there. */
const DESCRIBES_WORK: Readonly<Record<Provider, (seen: Seen) => boolean>> = {
  jira: ({ onPath, query }) => onPath || /selectedIssue=/i.test(query),
  linear: ({ onPath }) => onPath,
  shortcut: ({ onPath }) => onPath,
  asana: ({ onPath }) => onPath,
  github: (seen) => seen.onPath || proposal(seen),
  gitlab: (seen) => seen.onPath || proposal(seen),
  miro: (seen) => seen.onPath && aboutWork(seen),
  figma: (seen) =>
    seen.onPath && (seen.path.startsWith("/board") ? aboutWork(seen) : !NO_WORK.test(seen.label)),
  "google-docs": ({ onPath, path, named, dull, unnamed }) =>
    /\/document\//.test(path) ? !unnamed : onPath && named && !dull,
  confluence: ({ onPath, path, unnamed }) =>
    onPath && !/\/blog\//.test(path) && !/\/spaces\/(?:HR|PEOPLE|FIN|OFFICE)\//i.test(path) && !unnamed,
  sharepoint: ({ path, query, named, unnamed }) =>
    !/^\/:[vpfui]:/.test(path) &&
    !unnamed &&
    (named ||
      path.startsWith("/:w:") ||
      (/file=[^&=]{0,200}\.docx?/i.test(query) && !NO_WORK.test(readable(query)))),
  "azure-devops": ({ onPath, unnamed }) => onPath && !unnamed,
  notion: ({ onPath, unnamed }) => onPath && !unnamed,
  "dropbox-paper": ({ onPath, unnamed }) => onPath && !unnamed,
  coda: ({ onPath, unnamed }) => onPath && !unnamed,
  other: (seen) => elsewhere(seen),
};

/** Of boards, which hold anything: the words in it or around it say that it is about work. */
const aboutWork = ({ dull, named, namedNear }: Seen): boolean => !dull && (named || namedNear);

/** A pull request or a file counts where its name says that it proposes or decides something. */
function proposal({ path, words, label }: Seen): boolean {
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

/** What leads to no provider known here: a host of the team's own, a tracker, or something that says by its name what it is. */
function elsewhere({ host, path, words, label, own, dull }: Seen): boolean {
  if (own) return !dull;
  if (NEVER.test(host)) return false;
  if (TRACKER.test(host)) return TRACKED.test(path);
  const document =
    /^(?:hackmd\.io|hedgedoc\.|quip\.com|.*\.quip\.com|whimsical\.com|lucid\.app|lucidchart\.com|.*\.slab\.com|app\.slite\.com|.*\.craft\.(?:do|me)|roamresearch\.com|.*\.box\.com|dropbox\.com|www\.dropbox\.com|outline\.|docs\.|wiki\.|zeplin\.io|app\.zeplin\.io|app\.abstract\.com|.*\.invisionapp\.com|xd\.adobe\.com|excalidraw\.com|app\.nuclino\.com|.*\.aha\.io|.*\.productboard\.com)/.test(
      host,
    );
  const strong = /\b(?:rfc|prd|adr|spec|specification|design doc|proposal|requirements?|srs)\b/i.test(
    label || words,
  );
  return !dull && (document ? WORK.test(words) : strong);
}
