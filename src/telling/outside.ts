import type { Message, ThreadRef, Ts } from "../threads/thread.ts";
import type { Form, Home, Note, Press } from "./note.ts";

/**
 * What the story may ask of Slack. Implemented by `slack/`; nothing else talks to Slack.
 *
 * A refusal by Slack that we can live with (`Refused`) is a value; anything else is thrown as an `OutsideError`,
 * whose `retryAt` says when another try makes sense.
 */
export type Outside = {
  /**
   * A message only `user` sees, in the channel. `thread` must be left out while the thread has no reply. It may have to wait for
   * its turn; `first` runs when that has come, right before Slack is asked, and nothing is sent where it gives false.
   */
  whisper(
    to: Place & { readonly user: string; readonly thread?: Ts },
    note: Note,
    first?: () => Promise<boolean>,
  ): Promise<Delivery>;
  /** A direct message. */
  direct(to: { readonly team: string; readonly user: string }, note: Note): Promise<Delivery>;
  /** Answers the command, shortcut or press that `handle` came with, seen by that person alone. Falls back to a fresh whisper or direct message when the handle is used up. */
  answer(handle: Handle, note: Note, how: "new" | "replace"): Promise<Delivery>;
  /** Posts in public, in the thread, on the press of a button: "Priya asks: …". `first` as in `whisper`. */
  post(
    to: Place & { readonly thread: Ts },
    words: { readonly by: string; readonly text: string },
    first?: () => Promise<boolean>,
  ): Promise<Delivery & { readonly ts?: Ts }>;
  /** The questions we posted for others that stand in this thread, oldest first. Refused where the bot may not read. */
  posted(ref: ThreadRef): Promise<readonly Posted[] | Refused>;
  /** Opens a modal. False when the trigger is too old. */
  open(handle: Handle, form: Form): Promise<boolean>;
  home(to: { readonly team: string; readonly user: string }, home: Home): Promise<void>;
  /** What was said so far, oldest first: the thread, or for talk outside threads the last few messages of the channel before `root` and those after it (20 at most). Refused where the bot may not read. */
  history(ref: ThreadRef): Promise<readonly Message[] | Refused>;
  /** The newest messages of a channel, threads' parents only, oldest first. */
  latest(place: Place): Promise<readonly Message[] | Refused>;
  person(team: string, user: string): Promise<Person>;
  place(place: Place): Promise<PlaceFacts | Refused>;
  /** Whether this person is in the channel: what is kept of a channel is shown to its members alone. False where Slack does not say. */
  isMember(place: Place, user: string): Promise<boolean>;
  /** Who is in a user group; nobody where Slack does not say. */
  group(team: string, group: string): Promise<readonly string[]>;
  /** A link to a message that opens in Slack. */
  link(place: Place, ts: Ts, thread?: Ts): Promise<string>;
};

export type Place = { readonly team: string; readonly channel: string };

/** `accepted` says that Slack took it, not that anybody saw it. */
export type Delivery = { readonly accepted: true } | Refused;
export type Refused = { readonly accepted: false; readonly reason: string };

/** What came with a command, shortcut or press, to answer it by. Lives some minutes; never kept. */
export type Handle = Place & {
  readonly user: string;
  readonly responseUrl?: string;
  readonly triggerId?: string;
  /** Set where the press came from a direct message, Home or a modal rather than a message in a channel. */
  readonly surface: "message" | "direct" | "home" | "modal" | "command" | "shortcut";
  readonly thread?: Ts;
};

export type Person = {
  readonly id: string;
  /** IANA name, "Etc/UTC" where Slack does not say. */
  readonly zone: string;
  readonly active: boolean;
  readonly doNotDisturb: boolean;
  readonly admin: boolean;
  readonly bot: boolean;
  /** From another company, or a guest. */
  readonly stranger: boolean;
};

export type PlaceFacts = {
  readonly name: string;
  readonly private: boolean;
  /** Shared with another company. */
  readonly shared: boolean;
  readonly member: boolean;
};

/** What reaches the story from Slack's events. */
export type Heard =
  | { readonly what: "said"; readonly message: Message }
  | { readonly what: "edited"; readonly message: Message }
  | {
      readonly what: "deleted";
      readonly team: string;
      readonly channel: string;
      readonly ts: Ts;
      readonly thread?: Ts;
    }
  | { readonly what: "invited"; readonly team: string; readonly channel: string; readonly by?: string }
  | { readonly what: "removed"; readonly team: string; readonly channel: string }
  | { readonly what: "home-opened"; readonly team: string; readonly user: string }
  /** A question we posted stands in the thread now. */
  | ({
      readonly what: "posted";
      readonly team: string;
      readonly channel: string;
      readonly thread: Ts;
    } & Posted)
  | { readonly what: "uninstalled"; readonly team: string };

/** A question that we posted for `by`. */
export type Posted = {
  readonly ts: Ts;
  readonly by: string;
  /** The question, in Slack's markup. */
  readonly text: string;
};

/** A button pressed or a form submitted. `fields` are the form's values by name. */
export type Pressed = {
  readonly handle: Handle;
  readonly press: Press;
  readonly fields?: Readonly<Record<string, string | readonly string[]>>;
  /**
   * Tells Slack that it arrived. To be called once what was pressed is safely kept, or where there is nothing to keep; where
   * nobody calls it, Slack is told when all is done. Slack brings no press twice: whoever sees no error takes it for done.
   */
  readonly kept?: () => Promise<void>;
};

/** `/askwhy …`, or one of the shortcuts. */
export type Invoked =
  | { readonly what: "command"; readonly handle: Handle; readonly text: string }
  | { readonly what: "ask-why"; readonly handle: Handle; readonly message: Message }
  | { readonly what: "what-would-i-be-asked"; readonly handle: Handle; readonly message: Message }
  /** The same for a draft, from the global shortcut. */
  | { readonly what: "draft"; readonly handle: Handle };

/** Slack could not be reached or said no in a way that may pass. */
export class OutsideError extends Error {
  override name = "OutsideError";
  /** When to try again, in milliseconds since 1970, if Slack said so. */
  readonly retryAt: number | undefined;
  /** True where Slack may have done it all the same: the answer was lost, or never came. Never send such a thing again. */
  readonly uncertain: boolean;
  constructor(message: string, options?: { retryAt?: number; uncertain?: boolean; cause?: unknown }) {
    super(message, options);
    this.retryAt = options?.retryAt;
    this.uncertain = options?.uncertain ?? false;
  }
}

/** The story, as Slack's door sees it. `heard` resolves once what was heard is safely kept: only then is Slack told so. */
export type Listener = {
  heard(heard: Heard): Promise<void>;
  pressed(pressed: Pressed): Promise<void>;
  invoked(invoked: Invoked): Promise<void>;
};
