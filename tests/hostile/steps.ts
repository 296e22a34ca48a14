import { Session } from "node:inspector";

/** What the engine tells of one script: how often each stretch of it was run. */
type Covered = {
  readonly url: string;
  readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[];
};

const session = new Session();

/** Posts to the engine of this very process, which answers before the call returns. */
function ask<T>(method: string, given: object = {}): T {
  let answer: { readonly error: Error | null; readonly result: unknown } | undefined;
  session.post(method, given, (error: Error | null, result: unknown) => {
    answer = { error, result };
  });
  if (answer === undefined || answer.error) throw answer?.error ?? new Error(`${method} is not answered`);
  return answer.result as T;
}

/** Counts from here on. Only what is imported afterwards is counted in full. */
export function startCounting(): void {
  session.connect();
  ask("Profiler.enable");
  ask("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
}

/**
 * How many steps a piece of work takes in the scripts whose address matches: the times that a stretch of code is run, and
 * the characters that patterns are led over. Unlike the time it takes, that is the same on every machine, however busy.
 * How often a pattern goes back within those characters is not counted: that is what the checker of patterns is for.
 */
export function steps(scripts: RegExp, work: () => void): number {
  ask("Profiler.takePreciseCoverage");
  const characters = ledOver(work);
  const { result } = ask<{ readonly result: readonly Covered[] }>("Profiler.takePreciseCoverage");
  return result
    .filter(({ url }) => scripts.test(url))
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
    .reduce((sum, { count }) => sum + count, characters);
}

/** `test`, `match`, `replace` and `split` go by `exec`, too. A sticky pattern looks at one place. */
function ledOver(work: () => void): number {
  const genuine = Object.getOwnPropertyDescriptor(RegExp.prototype, "exec") ?? {};
  const exec = genuine.value as (this: RegExp, text: string) => RegExpExecArray | null;
  let characters = 0;
  const counted = function (this: RegExp, text: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const found = exec.call(this, text);
    characters += found ? found.index + found[0].length - from : this.sticky ? 1 : text.length - from;
    return found;
  };
  Object.defineProperty(RegExp.prototype, "exec", { ...genuine, value: counted });
  try {
    work();
  } finally {
    Object.defineProperty(RegExp.prototype, "exec", genuine);
  }
  return characters;
}
