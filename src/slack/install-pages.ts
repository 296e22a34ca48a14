import type { ServerResponse } from "node:http";
import { SCOPES } from "../manifest.ts";

/** One page for whoever installs the bot. `body` is HTML: whatever comes from outside is escaped before it gets there. */
type Page = { readonly title: string; readonly body: string };

/** Nothing is loaded from anywhere, nothing may frame the page, and its address, which holds a code, goes nowhere. */
const HEADERS = {
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "cache-control": "no-store",
} as const;

/** Sets what a browser has to keep to, on a page that is written elsewhere. */
export function guard(response: ServerResponse): void {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
}

export function sendPage(response: ServerResponse, status: number, page: Page): void {
  guard(response);
  response.writeHead(status, { "content-type": "text/html; charset=utf-8" }).end(html(page));
}

/** The page at `/slack/install`, with the button that leads to Slack. */
export function addPage(url: string): string {
  const scopes = Object.entries(SCOPES).map(
    ([scope, reason]) => `<li><code>${scope}</code> ${escape(reason)}</li>`,
  );
  return html({
    title: "Add Askwhy to your workspace",
    body: `<p>Askwhy notices an engineer's estimate or a spec link in a planning channel and shows the PM, and nobody else,
the one to three questions most worth asking. It never speaks in public by itself, and contacts nobody who has not opted in.</p>
<p><a class="button" href="${escape(url)}">Add to Slack</a></p>
<p>You need the right to install apps. It hears only the channels it is invited to. Take it out of the workspace, and everything
it kept of it is erased.</p>
<details><summary>What it asks Slack for, and what for</summary><ul>${scopes.join("")}</ul></details>`,
  });
}

/** After it worked: what to do next. */
export function donePage({ team, app }: { readonly team: string; readonly app: string }): Page {
  const home = `https://slack.com/app_redirect?${new URLSearchParams({ app, team }).toString()}`;
  return {
    title: "Askwhy is in your workspace",
    body: `<p>Nothing happens yet: it hears only where it is invited.</p>
<ol><li>In a planning channel, type <code>/invite @askwhy</code>.</li>
<li>You are asked there, privately, who the PM is. Each PM opts in.</li>
<li>Anybody can type <code>/askwhy help</code>, or use the shortcut “Ask why” on a message.</li></ol>
<p><a class="button" href="${escape(home)}">Open Askwhy in Slack</a></p>`,
  };
}

export const orgPage = (): Page => ({
  title: "Askwhy is added workspace by workspace",
  body: `<p>This was an installation for a whole Enterprise Grid organisation, which Askwhy does not support. Nothing was kept, and
the token was given back to Slack.</p><p>Open <a href="/slack/install">the install page</a> again and choose one workspace.</p>`,
});

const AGAIN = `<p><a class="button" href="/slack/install">Begin again</a></p>`;

const CANCELLED: Page = {
  title: "Askwhy was not added",
  body: `<p>You cancelled in Slack, and nothing was changed.</p>${AGAIN}`,
};
const STALE: Page = {
  title: "This page was opened too late",
  body: `<p>Or in another browser than the one it was begun in. Nothing was changed.</p>${AGAIN}`,
};
const FAILED: Page = {
  title: "Askwhy could not be added",
  body: `<p>Slack did not confirm the installation, or it could not be kept. Please begin again; if that fails too, the person
who runs this bot can find the reason in its log.</p>${AGAIN}`,
};

/** What to show after which error of the install flow, by its code. */
const FAILURES: Readonly<Record<string, readonly [status: number, Page]>> = {
  slack_oauth_installer_authorization_error: [200, CANCELLED],
  slack_oauth_invalid_state: [400, STALE],
  slack_oauth_missing_state: [400, STALE],
  slack_oauth_missing_code: [400, STALE],
};

export function sendFailure(response: ServerResponse, code: string): void {
  const [status, page] = FAILURES[code] ?? [500, FAILED];
  sendPage(response, status, page);
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text: string) => text.replaceAll(/[&<>"]/g, (one) => ENTITIES[one] ?? one);

const html = ({ title, body }: Page) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><link rel="icon" href="data:,"><style>${STYLE}</style></head>
<body><main><h1>${title}</h1>${body}</main></body></html>`;

const STYLE = `:root{color-scheme:light dark}
body{margin:0;font:17px/1.55 system-ui,sans-serif;background:#f4f6f7;color:#1d2b33}
main{max-width:36rem;margin:12vh auto 4rem;padding:2rem 2.5rem;background:#fff;border-radius:12px;box-shadow:0 1px 3px #0002}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 1rem}
code{background:#eaeff1;border-radius:4px;padding:.1em .35em;font-size:.88em}
li{margin:.4rem 0}summary{cursor:pointer}a{color:#2f6b86}
.button{display:inline-block;margin:.4rem 0;padding:.6rem 1.2rem;border-radius:8px;background:#2f4858;color:#fff;text-decoration:none;font-weight:600}
.button:focus-visible{outline:3px solid #7fb3c8;outline-offset:2px}
@media(max-width:40rem){main{margin:0;border-radius:0;padding:1.5rem}}
@media(prefers-color-scheme:dark){body{background:#12191d;color:#e6edf0}main{background:#1b252b}code{background:#2a373e}a{color:#8cc4db}.button{background:#3f6b82}}`;
