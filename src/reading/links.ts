import type { Link, Provider } from "./reading.ts";
import { isSpec } from "./spec-links.ts";

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
  const near = text
    .slice(Math.max(0, at - 60), at + raw.length + (label?.length ?? 0) + 80)
    .replace(raw, " ");
  return { url, provider, spec: isSpec({ provider, ...parsed, label: label ?? "", near, own }) };
}

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
