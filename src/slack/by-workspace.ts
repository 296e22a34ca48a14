import { LRUCache } from "lru-cache";
import { type Outside, OutsideError } from "../telling/outside.ts";
import type { SlackOutside } from "./outside.ts";
import type { Workspace, Workspaces } from "./workspaces.ts";

/** So many workspaces have their calls and what was looked up at hand; beyond that the one longest unused goes. */
const MOST = 1000;

/**
 * The outside of every workspace the bot is installed in. Each has calls and a memory of its own, with its own token: nothing
 * that is asked for one workspace is answered by what another was told.
 *
 * Every method rejects with an `OutsideError` where the bot is not installed.
 */
export function outsideByWorkspace(
  workspaces: Pick<Workspaces, "find">,
  make: (workspace: Workspace) => SlackOutside,
): SlackOutside {
  const made = new LRUCache<string, { readonly token: string; readonly slack: SlackOutside }>({ max: MOST });

  const of = async (team: string): Promise<Outside> => {
    const workspace = await workspaces.find(team);
    if (workspace === undefined) {
      made.delete(team);
      throw new OutsideError("the bot is not installed in this workspace");
    }
    const known = made.get(team);
    const { token } = workspace;
    const slack = known?.token === token ? known.slack : make(workspace);
    made.set(team, { token, slack });
    return slack.outside;
  };

  return {
    outside: {
      whisper: async (...args) => (await of(args[0].team)).whisper(...args),
      direct: async (...args) => (await of(args[0].team)).direct(...args),
      answer: async (...args) => (await of(args[0].team)).answer(...args),
      post: async (...args) => (await of(args[0].team)).post(...args),
      open: async (...args) => (await of(args[0].team)).open(...args),
      home: async (...args) => (await of(args[0].team)).home(...args),
      history: async (...args) => (await of(args[0].team)).history(...args),
      posted: async (...args) => (await of(args[0].team)).posted(...args),
      latest: async (...args) => (await of(args[0].team)).latest(...args),
      person: async (...args) => (await of(args[0])).person(...args),
      place: async (...args) => (await of(args[0].team)).place(...args),
      isMember: async (...args) => (await of(args[0].team)).isMember(...args),
      group: async (...args) => (await of(args[0])).group(...args),
      link: async (...args) => (await of(args[0].team)).link(...args),
    },
    forget: (place) => made.get(place.team)?.slack.forget(place),
  };
}
