import { distance } from "./questions/templates/nearest.ts";
import { SETTINGS } from "./settings.ts";

/** Shorter names are too near to what others set: HOST or POST to PORT. */
const TELLING = 8;
/** Letters that slip: one is left out, two are swapped. */
const SLIPS = 2;
const OURS = /^ASKWHY_/i;

/**
 * What is set under a name that is nearly one of ours, or begins like ours and is none: a sentence for each. An environment holds
 * names of many others, so a setting that is set is not looked for under other names.
 */
export function nearSettings(env: Readonly<Record<string, string | undefined>>): string[] {
  const given = Object.keys(env).filter((key) => env[key]?.trim());
  const missing = SETTINGS.filter((name) => !given.includes(name));
  return given
    .filter((key) => !SETTINGS.includes(key))
    .flatMap((key) => {
      const meant = nearestOf(key, missing);
      if (meant !== undefined) return [`${key} is no setting and changes nothing. Did you mean ${meant}?`];
      return OURS.test(key)
        ? [`${key} is no setting and changes nothing. The README names those there are.`]
        : [];
    });
}

function nearestOf(key: string, names: readonly string[]): string | undefined {
  const [best] = names
    .filter((name) => name.length >= TELLING)
    .map((name) => ({ name, far: distance(key.toUpperCase(), name) }))
    .toSorted((one, other) => one.far - other.far);
  return best !== undefined && best.far <= SLIPS ? best.name : undefined;
}
