import type { Logger as SlackLogger } from "@slack/bolt";
import {
  type FetchFunction,
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
  WebClient,
  type WebClientOptions,
} from "@slack/web-api";
import { OutsideError, type Refused } from "../telling/outside.ts";
import { makePace, type PaceParts } from "./pace.ts";

export type Caller = {
  /** Asks Slack for something. Tried again twice when Slack is unwell. */
  ask(method: string, args: Args): Promise<object | Refused>;
  /**
   * Makes Slack send something. Sent once: where the answer was lost, nobody knows whether it was sent. `first` runs when it is
   * the turn of this call, right before it is made; nothing is sent where it gives false.
   */
  send(method: string, args: Args, first?: () => Promise<boolean>): Promise<object | Refused>;
};

type Args = Readonly<Record<string, unknown>>;

export type CallerParts = {
  readonly token: string;
  readonly slackApiUrl?: string;
  readonly logger: SlackLogger;
  readonly now: () => number;
  readonly fetch?: FetchFunction;
  /** Books the turn of a call, in lanes that all processes share. */
  readonly book: PaceParts["book"];
  /** How much of Slack's rate limits may be used: 1 for all of them, unless told. */
  readonly rateShare?: number;
  /** Waits some milliseconds for its turn. */
  readonly wait?: (ms: number) => Promise<unknown>;
  /** Told of every call that was made, what it came to, and how many milliseconds it took. */
  readonly called?: (method: string, result: CallResult, ms: number) => void;
  /** Told when Slack refuses the token. */
  readonly refused?: () => void;
};

export const CALL_RESULTS = [
  "ok",
  "refused", // Slack said no
  "later", // a rate limit
  "failed", // no answer, half of one, or that Slack is unwell
] as const;
export type CallResult = (typeof CALL_RESULTS)[number];

function resultOf(error: unknown): CallResult {
  if (error instanceof WebAPIRateLimitedError) return "later";
  const code: unknown = error instanceof WebAPIPlatformError ? error.data.error : undefined;
  if (typeof code !== "string" || !CODE.test(code)) return "failed";
  if (LIMITS.has(code)) return "later";
  return PASSING.has(code) ? "failed" : "refused";
}

/** Milliseconds for one call. Ordinary ones take well under a second. */
const TIMEOUT = 5000;

/** What Slack says when it is busy, and when it is unwell or busy, by its error codes. All other refusals would be the same next time. */
const LIMITS: ReadonlySet<string> = new Set(["ratelimited", "rate_limited", "message_limit_exceeded"]);
const PASSING: ReadonlySet<string> = new Set([
  ...LIMITS,
  "internal_error",
  "fatal_error",
  "service_unavailable",
  "request_timeout",
  "team_added_to_org",
  "rollup_error",
]);

/** The bot itself is refused: nothing works until somebody looks after the token. */
const TOKEN: ReadonlySet<string> = new Set([
  "invalid_auth",
  "not_authed",
  "account_inactive",
  "token_revoked",
  "token_expired",
]);

const isAboutToken = (error: unknown) => error instanceof WebAPIPlatformError && TOKEN.has(error.data.error);

export function isRefused(answer: object): answer is Refused {
  return "accepted" in answer && answer.accepted === false;
}

/**
 * Calls to Slack's Web API for one workspace.
 *
 * A refusal by Slack is a value. What may pass is thrown as an `OutsideError`. Calls wait for their turn within Slack's rate
 * limits. After a 429 the same method (for posts: in the same channel) is not called before Slack's Retry-After is over,
 * while all other calls go on.
 */
export function makeCaller(parts: CallerParts): Caller {
  const asking = makeClient(parts, 2);
  const sending = makeClient(parts, 0);
  const { now, book, wait, rateShare: share } = parts;
  const pace = makePace({ now, book, ...(wait && { wait }), ...(share !== undefined && { share }) });
  const through = async (
    client: WebClient,
    method: string,
    args: Args,
    sends: boolean,
    first?: () => Promise<boolean>,
  ): Promise<object | Refused> => {
    await pace.turn(method, args.channel);
    if (first !== undefined && !(await first())) return { accepted: false, reason: "taken back" };
    const begun = performance.now();
    const called = (result: CallResult) => parts.called?.(method, result, performance.now() - begun);
    try {
      const answer = await client.apiCall(method, args);
      called("ok");
      return answer;
    } catch (error) {
      called(resultOf(error));
      if (isAboutToken(error)) parts.refused?.();
      if (error instanceof WebAPIRateLimitedError)
        pace.shut(method, args.channel, now() + error.retryAfter * 1000);
      return refusal(method, error, now(), sends);
    }
  };
  return {
    ask: (method, args) => through(asking, method, args, false),
    send: (method, args, first) => through(sending, method, args, true, first),
  };
}

function makeClient({ token, slackApiUrl, logger, fetch }: CallerParts, retries: number): WebClient {
  const options: WebClientOptions = {
    logger,
    timeout: TIMEOUT,
    retryConfig: { retries, minTimeout: 300 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    ...(slackApiUrl !== undefined && { slackApiUrl }),
    ...(fetch && { fetch }),
  };
  return new WebClient(token, options);
}

function refusal(method: string, error: unknown, now: number, sends: boolean): Refused {
  if (error instanceof WebAPIRateLimitedError) {
    throw new OutsideError(`Slack wants ${method} later`, {
      retryAt: now + error.retryAfter * 1000,
      cause: error,
    });
  }
  if (!(error instanceof WebAPIPlatformError)) {
    const uncertain = sends && mayHaveArrived(error);
    throw new OutsideError(`no answer from Slack to ${method}`, { uncertain, cause: error });
  }
  const code: unknown = error.data.error;
  if (typeof code !== "string" || !CODE.test(code)) {
    throw new OutsideError(`half an answer from Slack to ${method}`, { uncertain: sends });
  }
  if (TOKEN.has(code)) {
    throw new OutsideError(`Slack refuses the bot token (${code}): run \`askwhy doctor\``, { cause: error });
  }
  if (PASSING.has(code)) throw new OutsideError(`Slack could not do ${method} (${code})`, { cause: error });
  return { accepted: false, reason: code };
}

/** The form of Slack's error codes. An answer that is no JSON stands whole where the code should be. */
const CODE = /^[a-z][a-z0-9_]{1,60}$/;
/** Failures before anything was sent. */
const NOT_SENT: ReadonlySet<unknown> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/**
 * Whether Slack may have done what it was asked. A 500 counts as not done, since Slack says so before it works, as a
 * rule; an answer that broke off is no error of the library's own kinds, and counts as done.
 */
function mayHaveArrived(error: unknown): boolean {
  if (error instanceof WebAPIHTTPError) return error.statusCode === 504;
  if (!(error instanceof WebAPIRequestError)) return true;
  const { cause } = error.original;
  return !(cause instanceof Error && "code" in cause && NOT_SENT.has(cause.code));
}
