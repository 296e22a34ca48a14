/** A fault in answering a call. `method` is a Web API method, "response_url", or "*" for all of them. */
export type CallFault = { readonly on: "call"; readonly method: string } & (
  | { readonly how: "rate-limit"; /** Seconds. */ readonly retryAfter: number }
  | { readonly how: "error-500" }
  /** Never answers, and does nothing. */
  | { readonly how: "hang" }
  /** Does it, and cuts the answer in the middle. */
  | { readonly how: "half-body" }
  /** Does it, and cuts the connection without an answer. */
  | { readonly how: "lose-answer" }
  /** Says `ok: false` with this error. */
  | { readonly how: "refuse"; readonly error: string }
  /** Does it and answers after some real milliseconds. */
  | { readonly how: "slow"; readonly ms: number }
);

export type EventFault = { readonly on: "events" } & (
  | /** The same event again after it was acknowledged, as a retry. */ { readonly how: "twice" }
  | { readonly how: "late"; readonly ms: number }
  /** Comes after the event that follows it, or after some real milliseconds where none follows. */
  | { readonly how: "out-of-order"; readonly ms: number }
);

/** What the stand-in does wrong on purpose. Losing ephemerals: `ok: true`, and nobody ever sees it. */
export type Fault = CallFault | EventFault | { readonly on: "ephemerals"; readonly how: "lose" };

export type FaultPlan = Fault & {
  /** How often; once unless told. */
  readonly times?: number;
  /** How likely each time, 1 unless told. */
  readonly chance?: number;
};

export type Faults = {
  readonly add: (plan: FaultPlan) => void;
  readonly clear: () => void;
  /** The fault to commit now, used up by asking. */
  readonly onCall: (method: string) => CallFault | undefined;
  readonly onEvent: () => EventFault | undefined;
  readonly losesEphemeral: () => boolean;
};

export function makeFaults(random: () => number): Faults {
  let plans: { plan: Fault; chance: number; left: number }[] = [];
  const take = <T extends Fault>(fits: (fault: Fault) => fault is T): T | undefined => {
    const found = plans.find(({ plan, chance }) => fits(plan) && random() < chance);
    if (found === undefined) return undefined;
    found.left -= 1;
    plans = plans.filter(({ left }) => left > 0);
    return found.plan as T;
  };
  return {
    add: (plan) => void plans.push({ plan, chance: plan.chance ?? 1, left: plan.times ?? 1 }),
    clear: () => void (plans = []),
    onCall: (method) =>
      take(
        (fault): fault is CallFault =>
          fault.on === "call" && (fault.method === method || fault.method === "*"),
      ),
    onEvent: () => take((fault): fault is EventFault => fault.on === "events"),
    losesEphemeral: () =>
      take((fault): fault is Extract<Fault, { on: "ephemerals" }> => fault.on === "ephemerals") !== undefined,
  };
}
