import { READY_THREADS } from "../ready-threads.ts";
import type { Deed, Done } from "../wire.ts";
import type { Ack } from "./delivery.ts";
import { asTyped } from "./markup.ts";
import type { StandIn } from "./stand-in.ts";

/** The deed of a name; some deeds have several names. */
type DeedOf<Name extends Deed["do"], D = Deed> = D extends { readonly do: infer Names }
  ? Name extends Names
    ? D
    : never
  : never;
type Doing<D> = (standIn: StandIn, user: string, deed: D) => Promise<Ack> | string | void;

/** What each deed of the page does in the stand-in. */
const DOINGS: { readonly [Name in Deed["do"]]: Doing<DeedOf<Name>> } = {
  say: (standIn, user, deed) => standIn.say({ ...deed, user, text: typed(standIn, deed.text) }),
  edit: (standIn, user, deed) => standIn.edit({ ...deed, user, text: typed(standIn, deed.text) }),
  delete: (standIn, user, deed) => standIn.takeBack({ ...deed, user }),
  react: (standIn, user, deed) => standIn.react({ ...deed, user }),
  join: (standIn, user, deed) => standIn.join({ ...deed, user }),
  leave: (standIn, user, deed) => standIn.leave({ ...deed, user }),
  "invite-bot": (standIn, user, deed) => standIn.inviteBot({ ...deed, user }),
  "remove-bot": (standIn, user, deed) => standIn.removeBot({ ...deed, user }),
  press: (standIn, user, deed) => standIn.press({ ...deed, user }),
  submit: (standIn, user, deed) => standIn.submit({ ...deed, user }),
  close: (standIn, user, deed) => standIn.close({ ...deed, user }),
  command: (standIn, user, deed) => standIn.command({ ...deed, user, text: typed(standIn, deed.text) }),
  "message-shortcut": (standIn, user, deed) => standIn.messageShortcut({ ...deed, user }),
  "global-shortcut": (standIn, user, deed) => standIn.globalShortcut({ ...deed, user }),
  "open-home": (standIn, user) => standIn.openHome(user),
  presence: (standIn, user, deed) => standIn.setPresence(user, deed.presence),
  "do-not-disturb": (standIn, user, deed) => standIn.setDoNotDisturb(user, deed.on),
  "move-clock": (standIn, _user, deed) => standIn.clock.moveTo(deed.to),
  play: (standIn, _user, deed) => play(standIn, deed.ready),
};

/** Does what somebody did on the page. What cannot be done is said in a sentence. */
export async function perform(standIn: StandIn, deed: Deed): Promise<Done> {
  const doing = DOINGS[deed.do] as Doing<Deed>;
  if (!Object.hasOwn(DOINGS, deed.do)) return { ok: false, error: "The page asked for something unknown." };
  try {
    const result = await doing(standIn, deed.as, deed);
    if (typeof result === "string") return { ok: true, ts: result };
    if (result === undefined || result.acked) return { ok: true };
    return { ok: false, error: inWords(result.reason) };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}

/** Says the lines of a ready thread by their speakers: the first in the channel, the others as its replies. */
function play(standIn: StandIn, id: string): void {
  const ready = READY_THREADS.find((each) => each.id === id);
  if (ready === undefined) throw new Error("There is no such thread.");
  let thread: string | undefined;
  for (const { by, text } of ready.lines) {
    const ts = standIn.say({ user: by, channel: ready.channel, text: typed(standIn, text), thread });
    thread ??= ts;
  }
}

function typed(standIn: StandIn, text: string): string {
  return asTyped(text, standIn.world.workspace.members.values());
}

/** Reasons of the way to the bot are single words; others are sentences already. */
function inWords(reason: string): string {
  return /^\w+$/.test(reason) ? "Askwhy did not answer in time." : reason;
}
