import { app } from "./app.ts";
import { chat } from "./chat.ts";
import { conversations } from "./conversations.ts";
import type { Methods } from "./method.ts";
import { people } from "./people.ts";
import { views } from "./views.ts";

/** Every method of the Web API the stand-in knows. */
export const METHODS: Methods = { ...app, ...chat, ...conversations, ...people, ...views };
