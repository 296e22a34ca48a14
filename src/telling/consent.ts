/** What is settled about one channel. Nothing is kept of a channel, and nothing said in it, before a PM opted in. */
export type ChannelRecord = {
  readonly id: string;
  /** Who may set the channel up besides its PMs, leads and admins. */
  readonly invitedBy?: string;
  readonly pms: readonly string[];
  /** The PMs who opted in to nudges here. */
  readonly nudged: readonly string[];
  /** Working days in a sprint and working hours in a day; 10 and 8 unless set. */
  readonly sprintDays?: number;
  readonly hoursInDay?: number;
  /** Seconds of the author's silence before a nudge, where the channel wants another than the setting. */
  readonly quietSeconds?: number;
  /** Nudges per PM and day; 4 unless set. */
  readonly budget?: number;
  /** Who agreed to nudges although another company shares the channel. */
  readonly sharedAgreedBy?: string;
};

/** One person's own switches. */
export type PersonRecord = {
  readonly id: string;
  /** No nudges until then; `FOREVER` for good. */
  readonly mutedUntil?: number;
  /** Threads as `channel/root`. */
  readonly mutedThreads: readonly string[];
  /** Questions not wanted in a channel, as `channel/question`. */
  readonly mutedQuestions: readonly string[];
  /** The working day in the person's own time zone, in minutes since midnight. */
  readonly workday: { readonly from: number; readonly to: number };
  /** Nudges of one day, by offer, so that counting twice is impossible. */
  readonly spent: { readonly day: string; readonly offers: readonly string[] };
  /** The last day a morning message went out or was begun. */
  readonly morning?: string;
  /** True once they opened Home: only then is it kept up to date. */
  readonly home: boolean;
};

export const FOREVER = 8_640_000_000_000_000;
export const DEFAULT_BUDGET = 4;

/** The numbers a channel may set, with their bounds and what holds where it sets none (`quietSeconds`: the setting). */
export const CHANNEL_NUMBERS = {
  sprintDays: { label: "Working days in a sprint", min: 1, max: 60, usual: 10 },
  hoursInDay: { label: "Working hours in a day", min: 1, max: 24, usual: 8 },
  quietSeconds: { label: "Seconds of quiet before a nudge", min: 0, max: 3600, usual: undefined },
  budget: { label: "Most nudges per PM and day", min: 0, max: 20, usual: DEFAULT_BUDGET },
} as const;
export type ChannelNumber = keyof typeof CHANNEL_NUMBERS;
export const CHANNEL_NUMBER_NAMES = Object.keys(CHANNEL_NUMBERS) as readonly ChannelNumber[];

export function newChannel(id: string): ChannelRecord {
  return { id, pms: [], nudged: [] };
}

/** Nine to six, Monday to Friday, unless the person sets other hours. */
export function newPerson(id: string): PersonRecord {
  return {
    id,
    mutedThreads: [],
    mutedQuestions: [],
    workday: { from: 9 * 60, to: 18 * 60 },
    spent: { day: "", offers: [] },
    home: false,
  };
}

/** Dormant channels are not listened to: commands and shortcuts work there, nudges do not. */
export function isDormant(channel: ChannelRecord | undefined): boolean {
  return channel === undefined || channel.nudged.length === 0;
}
