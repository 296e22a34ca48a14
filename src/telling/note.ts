/**
 * What the bot shows, without saying how Slack draws it: `slack/` turns these into blocks, escapes every plain
 * string, and keeps Slack's limits.
 */

/** A piece of text. Plain strings are shown as they are: nothing in them can mention, link or format. */
export type Piece =
  | string
  | { readonly bold: string }
  | { readonly italic: string }
  | { readonly code: string }
  | { readonly user: string }
  | { readonly channel: string }
  | { readonly link: string; readonly label: string }
  /** A moment shown in the reader's own time zone. */
  | { readonly when: number; readonly style: "day" | "day-and-time" };
export type Words = string | readonly Piece[];

/** What a button does, and about what. It is stored in the button itself, so it works after a restart. */
export type Press = { readonly do: PressName; readonly about: Readonly<Record<string, string>> };

/** Everything that can be pressed or submitted. */
export const PRESSES = [
  // on a suggestion
  "ask", // opens the form with the words to edit
  "send", // the form's submit: posts in the thread
  "more", // shows the second and third question
  "why", // shows "Why ask?"
  "not-useful",
  "covered",
  "not-an-estimate",
  "mute-thread",
  "mute-question",
  "pause",
  // on a verdict
  "correct", // the verdict was wrong; `about.label` is the right one
  "again", // opens the form with the second try
  "close", // rests the question
  // on a pick list of /askwhy
  "pick",
  // consent and settings
  "choose-pms", // opens the settings form
  "settings", // the form's submit
  "opt-in",
  "opt-out",
  "agree-shared",
  "draft", // submit of "What would I be asked?" on a draft
  // home
  "unmute",
  "resume",
  "my-settings", // opens the form with quiet hours
  "save-my-settings",
  "dismiss", // takes a waiting suggestion away
  // privacy
  "forget-me", // shows what will go
  "forget-me-now", // `about.u` is who was asked
  "reading-off",
  "reading-on",
  // on an estimate card
  "card", // opens it, from Home
  "card-markdown", // opens its words as Markdown
  "copied", // submit of a form whose text is there to copy: nothing is done
] as const;
export type PressName = (typeof PRESSES)[number];

export type Button = { readonly label: string; readonly press: Press; readonly style?: "primary" | "danger" };

export type Part =
  | { readonly kind: "title"; readonly text: string }
  | { readonly kind: "say"; readonly words: Words; readonly button?: Button }
  /** Somebody's words, drawn as a quote, with a link to where they stand. */
  | { readonly kind: "quote"; readonly text: string; readonly by: string; readonly link?: string }
  /** Small grey print. */
  | { readonly kind: "small"; readonly words: Words }
  | { readonly kind: "list"; readonly items: readonly Words[] }
  /** A row of buttons, with rarer choices behind three dots. */
  | { readonly kind: "buttons"; readonly buttons: readonly Button[]; readonly rarer?: readonly Button[] }
  | { readonly kind: "line" };

/** One message to one person. `summary` is what a notification shows, and must make sense alone. */
export type Note = { readonly summary: string; readonly parts: readonly Part[] };

/** The person's Home tab. */
export type Home = { readonly parts: readonly Part[] };

/** A modal. `fields` come back by their names, in `Pressed.fields`. */
export type Form = {
  readonly title: string;
  readonly submit?: string;
  readonly press?: Press;
  readonly parts: readonly Part[];
  readonly fields: readonly Field[];
};

/** The most characters a text field in Slack holds (docs: reference/block-kit, plain_text_input). */
export const LONGEST_FIELD = 3000;

export type Field = { readonly name: string; readonly label: string; readonly hint?: string } & (
  | {
      readonly kind: "text";
      readonly value?: string;
      readonly lines: "one" | "many";
      readonly optional?: true;
      readonly max?: number;
    }
  | { readonly kind: "people"; readonly value?: readonly string[]; readonly optional?: true }
  | {
      readonly kind: "choice";
      readonly value?: string;
      readonly options: readonly { readonly value: string; readonly label: string }[];
    }
  | {
      readonly kind: "checks";
      readonly value?: readonly string[];
      readonly options: readonly { readonly value: string; readonly label: string }[];
    }
  | { readonly kind: "number"; readonly value?: number; readonly min: number; readonly max: number }
);
