import { readFile } from "node:fs/promises";
import { bundlePage, PAGE_FILES, type Page } from "./build-page.ts";

/**
 * The playground's page. An installed package finds it built beside this file; a clone bundles it when asked.
 *
 * The server gives `html` at `/`, and `js` and `css` at the addresses of `PAGE_FILES`.
 */
export async function pageAssets(): Promise<Page> {
  const built = async (name: string) => readFile(new URL(`./page/${name}`, import.meta.url), "utf8");
  try {
    const [html, js, css] = await Promise.all([
      built(PAGE_FILES.html),
      built(PAGE_FILES.js),
      built(PAGE_FILES.css),
    ]);
    return { html, js, css };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return bundlePage();
  }
}
