import type { Estimate, Link, Reading, Stated } from "../reading/reading.ts";

/** Slack's id of a message inside its channel: seconds, a dot, six digits. Sorts by time as text. */
export type Ts = string;

/** One Slack message as we take it in. `thread` is the parent's ts, and absent on talk outside threads. */
export type Message = {
  readonly team: string;
  readonly channel: string;
  readonly ts: Ts;
  readonly thread?: Ts;
  readonly user: string;
  readonly text: string;
  /** When it was last edited, absent where it never was. Sorts by time as text, like `ts`. */
  readonly edited?: Ts;
  /** True where a thread is known to begin with it. */
  readonly begins?: true;
  /** Titles that Slack's unfurl brought for links of this message, by URL. */
  readonly titles?: Readonly<Record<string, string>>;
};

/** Which Slack thread: for talk outside threads, `root` is the message's own ts. */
export type ThreadRef = { readonly team: string; readonly channel: string; readonly root: Ts };

/** Who speaks, as far as questions care: a PM asks, a doer does the work, others look on. */
export const ROLES = ["pm", "doer", "bystander"] as const;
export type Role = (typeof ROLES)[number];

/**
 * A hit of one question template's words in a message: which template, which words. A cue's question ends in "?"
 * where the words were asked, "-" where they were denied, "!" where their sentence settles something.
 */
export type Hit = {
  readonly question: string;
  readonly quote: string;
  /** True where the words are written as a name: "with Zuora". */
  readonly name?: true;
};

/** What a message names, as it can be named again in a question: "the carrier", "the validation service". */
export type Named = { readonly vendor?: string; readonly dependency?: string };

/**
 * What the question templates saw in one message, noted when the message is heard, since its text is not kept.
 * `cues` are reasons to ask, `covered` says a question is settled, `notAbout` keeps a question away,
 * `signs` names situations ("incident", "joke", "one-person", …) with the words that showed them;
 * `leaning` is what its single words speak for, by question; `named` is what a question may name in turn.
 */
export type Noticed = {
  readonly cues: readonly Hit[];
  readonly covered: readonly Hit[];
  readonly notAbout: readonly Hit[];
  readonly signs: readonly { readonly sign: string; readonly quote: string }[];
  readonly leaning?: Readonly<Record<string, number>>;
  readonly named?: Named;
};

/** One message as a thread remembers it: findings, not text. */
export type Line = {
  readonly ts: Ts;
  readonly user: string;
  readonly role: Role;
  readonly estimates: readonly Estimate[];
  readonly specs: readonly Link[];
  readonly reading: Pick<Reading, "struck" | "topics" | "hedges" | "covered" | "asksForEstimate">;
  readonly noticed: Noticed;
  /** On an occasion, and where a line asks for an estimate, the words a PM is shown again: at most 280 characters. */
  readonly said?: string;
  /** What the estimate card repeats of the message: at most 280 characters in all. */
  readonly stated?: readonly Stated[];
  /** The number it held before an edit, where something had been suggested about that. */
  readonly was?: Estimate;
  /** When the text was last edited: edits may arrive in another order than they were made. */
  readonly edited?: Ts;
  /** A fingerprint of the text, to tell an edit from an unfurl without keeping the text. */
  readonly print: string;
};

/** What one or more replies did to a question that was asked. */
export const LABELS = ["answered", "partial", "non-answer", "unrelated"] as const;
export type Label = (typeof LABELS)[number];

/** One reply weighed against one question when it was heard: what was found in it, and its most telling sentence. */
export type Weighed = {
  readonly ts: Ts;
  readonly user: string;
  readonly role: Role;
  /** At most 280 characters: the deciding sentence, should this reply decide. */
  readonly sentence: string;
  /** Named findings and their strength, from which the verdict over all replies is made. */
  readonly findings: Readonly<Record<string, number>>;
};

export type Verdict = {
  readonly label: Label;
  /** The deciding sentence, at most 280 characters, and where it was said. */
  readonly sentence?: string;
  readonly ts?: Ts;
  readonly at: number;
  /** Who said that the verdict was wrong; `label` then is theirs. */
  readonly correctedBy?: string;
};

export const ASKED_BY = ["button", "hand"] as const;

/** A question that stands in the thread for all to see, asked by button or typed by hand. */
export type Asked = {
  /** Unique in its thread. */
  readonly id: string;
  /** The template's id. */
  readonly question: string;
  readonly text: string;
  /** Where it was posted; empty until that is known. */
  readonly ts: Ts;
  /** While it is being posted: when Slack was asked to, in milliseconds since 1970. */
  readonly sent?: number;
  readonly by: string;
  readonly how: (typeof ASKED_BY)[number];
  /** The line whose estimate or spec it asks about. */
  readonly about: Ts;
  readonly replies: readonly Weighed[];
  readonly verdict?: Verdict;
  /** The verdict the PM was last shown, so that the same is not shown twice. */
  readonly told?: Label;
  /** True once the morning message has mentioned it as unanswered. */
  readonly mentioned?: true;
  /** True once the PM laid it to rest. */
  readonly closed?: true;
};

/** True for what somebody who does the work said with an estimate in it. */
export const isSized = ({ role, estimates }: Pick<Line, "role" | "estimates">): boolean =>
  role === "doer" && estimates.length > 0;

/** True for a question that was not answered, nor laid to rest. */
export const isOpen = ({ closed, verdict }: Asked): boolean => !closed && verdict?.label !== "answered";

/** A question chosen for a thread, with the words that led to it. */
export type Question = { readonly id: string; readonly text: string; readonly because: string };

/**
 * How far a suggestion got with one PM. `ready`: to be sent; `sending`: Slack is being asked; `accepted`: Slack took it, which does not mean that anybody saw it;
 * `seen`: the PM pressed something on it or opened Home; `waiting`: it stands in Home for the morning message.
 */
export const OFFER_STATES = ["ready", "sending", "accepted", "waiting", "told", "seen", "done"] as const;
export type OfferState = (typeof OFFER_STATES)[number];

/** What a PM did with a question they were shown. */
export const PRESSED = ["asked", "not-useful", "covered"] as const;

/** A suggestion made about one estimate or spec link. */
export type Offer = {
  /** Unique in its thread. */
  readonly id: string;
  readonly about: Ts;
  /** What was said, for the PM to see again: at most 280 characters. */
  readonly quote: string;
  readonly by: string;
  /** The estimate as it was then; a new offer on the same line needs another value. */
  readonly value: string;
  readonly questions: readonly Question[];
  readonly at: number;
  readonly to: Readonly<
    Record<string, { readonly state: OfferState; readonly at: number; readonly reason?: string }>
  >;
  /** What was pressed, by question: useful words for the eng leads who tune templates. */
  readonly pressed: Readonly<Record<string, (typeof PRESSED)[number]>>;
};

/** Why nothing was said about a line, for "why did it say nothing?". */
export type Silence = {
  readonly about: Ts;
  readonly value: string;
  readonly reason: string;
  /** Where it was the switches of the PMs: each one's reason, which nobody else is told. */
  readonly to?: Readonly<Record<string, string>>;
  readonly at: number;
};

/** Everything known about one Slack thread. */
export type Thread = ThreadRef & {
  readonly lines: readonly Line[];
  readonly asked: readonly Asked[];
  readonly offers: readonly Offer[];
  readonly silences: readonly Silence[];
  /** True once Slack was asked for what was said before the first estimate. */
  readonly caughtUp: boolean;
  /** True once somebody replied in the thread: Slack shows ephemeral messages in threads only then. */
  readonly hasReplies?: true;
  /** Lines pressed "not an estimate". */
  readonly notEstimates: readonly Ts[];
  /** Messages that were deleted: Slack may deliver one again, or for the first time, after it told of its end. */
  readonly gone?: readonly Ts[];
};
