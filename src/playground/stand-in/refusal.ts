/** A Web API method says no: `ok: false` with Slack's error code, and what else belongs to the answer. */
export class Refusal extends Error {
  override name = "Refusal";
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
  constructor(code: string, details: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}
