import type { Line, Offer } from "./thread.ts";

/** Suggestions without those reasons that stood in lines which are gone, and stand in none that is left. */
export function withoutReasons(
  offers: readonly Offer[],
  gone: readonly Line[],
  left: readonly Line[],
): Offer[] {
  if (offers.length === 0) return [];
  const [was, is] = [gone, left].map((lines) => JSON.stringify(lines).toLowerCase());
  const stands = (words: string) => {
    const quoted = JSON.stringify(words).slice(1, -1).toLowerCase();
    return !was?.includes(quoted) || is?.includes(quoted);
  };
  return offers.map((offer) => ({
    ...offer,
    questions: offer.questions.map((question) => ({
      ...question,
      because: question.because.split(", ").filter(stands).join(", "),
    })),
  }));
}
