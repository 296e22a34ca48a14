/** Where the reader is, kept in the address so that a reload or a link brings them back. */
export type Place = {
  /** Who speaks. */
  readonly as: string;
  /** A channel's id, or "home". */
  readonly in: string;
  /** The parent of the open thread. */
  readonly thread?: string;
  /** The message whose trace is open, or "all". */
  readonly trace?: string;
};

export const HOME = "home";

export function readPlace(hash: string, otherwise: Place): Place {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const [thread, trace] = [given.get("thread"), given.get("trace")];
  return {
    as: given.get("as") ?? otherwise.as,
    in: given.get("in") ?? otherwise.in,
    ...(thread === null ? {} : { thread }),
    ...(trace === null ? {} : { trace }),
  };
}

export function writePlace(place: Place): string {
  return `#${new URLSearchParams(place).toString()}`;
}

const PERMALINK = /\/archives\/([A-Z0-9]+)\/p(\d{10})(\d{6})/;

/** What a link to a message points at, if it is one. */
export function readPermalink(url: string): { channel: string; ts: string; thread?: string } | undefined {
  const [, channel, seconds, rest] = PERMALINK.exec(url) ?? [];
  if (channel === undefined) return undefined;
  const thread = /[?&]thread_ts=([\d.]+)/.exec(url)?.[1];
  return { channel, ts: `${seconds}.${rest}`, ...(thread === undefined ? {} : { thread }) };
}
