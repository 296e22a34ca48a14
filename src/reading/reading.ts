/** Where something stands in the text as Slack sent it: the words, and the offset of their first character. */
export type Span = { readonly quote: string; readonly at: number };

export const ESTIMATE_KINDS = ["duration", "points", "size", "date", "vague"] as const;
export type EstimateKind = (typeof ESTIMATE_KINDS)[number];

/** T-shirt sizes, smallest first. */
export const SIZES = ["XS", "S", "M", "L", "XL", "XXL"] as const;
export type Size = (typeof SIZES)[number];

/**
 * How big a piece of work still to be done is, or when it is done, said by a doer.
 *
 * `quote` and `at` are what was said; `low` and `high` are what we concluded: working days for a duration,
 * points, a T-shirt size, and null for dates and vague words. A bound nobody named is null.
 */
export type Estimate = Span & {
  readonly hedged: boolean;
  readonly revises?: true;
  /** The name of the rule that found it. */
  readonly rule: string;
} & (
    | { readonly kind: "duration" | "points"; readonly low: number | null; readonly high: number | null }
    | { readonly kind: "size"; readonly low: Size; readonly high: Size }
    | { readonly kind: "date" | "vague"; readonly low: null; readonly high: null }
  );

export const PROVIDERS = [
  "google-docs",
  "notion",
  "confluence",
  "jira",
  "linear",
  "github",
  "gitlab",
  "figma",
  "miro",
  "coda",
  "dropbox-paper",
  "sharepoint",
  "asana",
  "shortcut",
  "azure-devops",
  "other",
] as const;
export type Provider = (typeof PROVIDERS)[number];

/** A link in the message. `spec` says whether it leads to something that describes work. */
export type Link = {
  readonly url: string;
  readonly at: number;
  readonly provider: Provider;
  readonly spec: boolean;
  readonly label?: string;
};

/** Why something that looks like an estimate is none. */
export const STRUCK_REASONS = [
  "past",
  "cadence",
  "product",
  "runtime",
  "meeting",
  "absence",
  "external",
  "question",
  "quoted",
  "hypothetical",
  "age",
  "other-number",
] as const;
export type StruckReason = (typeof STRUCK_REASONS)[number];
export type Struck = Span & { readonly reason: StruckReason };

/** A subject the words point at: a database change, a vendor. Topic names are the keys of the topic table. */
export type Topic = Span & { readonly topic: string };

/** Something the message says is in, is out, or how it is done. Merely mentioning a topic is not covering it. */
export type Covered = Span & { readonly topic: string; readonly how: (typeof COVERED)[number] };
export const COVERED = ["in", "out", "how"] as const;

/** A part of the message that says what is in, what is out, what is assumed, or what has to come first, in its own words. */
export type Stated = { readonly how: (typeof STATED)[number]; readonly quote: string };
export const STATED = ["in", "out", "assumed", "depends"] as const;

/** What one message says. */
export type Reading = {
  readonly estimates: readonly Estimate[];
  readonly links: readonly Link[];
  readonly struck: readonly Struck[];
  readonly topics: readonly Topic[];
  readonly hedges: readonly Span[];
  readonly covered: readonly Covered[];
  /** True where the message asks how long or how big something is. */
  readonly asksForEstimate: boolean;
};

/** A team's own words and measures, set by an eng lead or by the channel. */
export type Manner = {
  /** Working days in a sprint; 10 unless told. */
  readonly sprintDays?: number;
  /** Working hours in a day; 8 unless told. */
  readonly hoursInDay?: number;
  /** Hosts of the workspace's own that hold specs. */
  readonly specHosts?: readonly string[];
  /** The team's names for T-shirt sizes, in lower case: "elephant" for L. */
  readonly sizeNames?: Readonly<Record<string, Size>>;
  /** The team's names for units, in lower case, with the working days in one: "cycle" for 30. */
  readonly unitNames?: Readonly<Record<string, number>>;
  /** Names of environments: work that is "on moon" is as far as that. */
  readonly environments?: readonly string[];
  /** Names of releases: "before orion" is a date. */
  readonly releases?: readonly string[];
};

/** What `read` may know besides the text: the message before it in the thread, and the team's manner. */
export type ReadingContext = { readonly before?: string; readonly manner?: Manner };
