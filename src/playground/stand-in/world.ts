import type { Clock } from "../clock.ts";
import type { Room, Said, Workspace } from "../workspace.ts";
import type { AppFacts } from "./app.ts";
import type { Changes } from "./changes.ts";
import type { Delivery } from "./delivery.ts";
import type { Faults } from "./faults.ts";
import type { Installing } from "./installing.ts";
import type { ResponseUrls } from "./response-urls.ts";
import type { Triggers } from "./triggers.ts";

/** Everything the parts of the stand-in share. */
export type World = {
  readonly workspace: Workspace;
  readonly app: AppFacts;
  readonly installing: Installing;
  readonly clock: Clock;
  readonly changes: Changes;
  readonly faults: Faults;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly delivery: Delivery;
  /** Calls of the Web API and of response URLs, oldest first. */
  readonly calls: Call[];
  /** A new address to connect a socket to. */
  readonly socketUrl: () => string;
  /** A link to a message, as `chat.getPermalink` gives it. */
  readonly link: (room: Room, said: Pick<Said, "ts" | "thread">) => string;
};

/** One call the bot made. */
export type Call = {
  readonly method: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly at: number;
  readonly ok: boolean;
  readonly error?: string;
};
