import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { join } from "node:path";

/** The names under which the parts of the page are served and kept. */
export const PAGE_FILES = { html: "page.html", js: "page.js", css: "page.css" } as const;

export type Page = { readonly html: string; readonly js: string; readonly css: string };

/** Two relative addresses and nothing from elsewhere, so that a strict content security policy can be set. */
const HTML = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Askwhy playground</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/${PAGE_FILES.css}" />
    <script type="module" src="/${PAGE_FILES.js}"></script>
  </head>
  <body>
    <div id="page"></div>
    <noscript>The playground needs JavaScript.</noscript>
  </body>
</html>
`;

/** Bundles the page from its source. Needs esbuild, React and the sources: a clone after `npm ci` has them. */
export async function bundlePage(): Promise<Page> {
  const { build } = await import("esbuild");
  const here = fileURLToPath(new URL("./page/", import.meta.url));
  const { outputFiles } = await build({
    entryPoints: { page: join(here, "main.tsx"), "page-styles": join(here, "styles.css") },
    outdir: here,
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    legalComments: "none",
    logLevel: "silent",
  });
  const made = (name: string) => outputFiles.find((file) => file.path.endsWith(name))?.text ?? "";
  return { html: HTML, js: made("page.js"), css: made("page-styles.css") };
}

/** Bundles the page into a folder, for an installed package that carries neither its source nor esbuild. */
export async function buildPage(outDir: string): Promise<void> {
  const page = await bundlePage();
  await mkdir(outDir, { recursive: true });
  await Promise.all([
    writeFile(join(outDir, PAGE_FILES.html), page.html),
    writeFile(join(outDir, PAGE_FILES.js), page.js),
    writeFile(join(outDir, PAGE_FILES.css), page.css),
  ]);
}
