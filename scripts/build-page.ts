import { buildPage } from "../src/playground/build-page.ts";

// The playground's page beside the compiled server, for an image or package that carries no sources.
await buildPage("dist/playground/page");
