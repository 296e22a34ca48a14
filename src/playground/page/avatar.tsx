import { nameOf, useStage } from "./stage.ts";

/** Shades of the page's own, told apart by lightness too. */
const SHADES = 6;

/** The first letter of somebody's name on their shade, or the bot's mark. Decoration: the name stands beside it. */
export function Avatar({ id }: { readonly id: string }) {
  const { snapshot } = useStage();
  if (id === snapshot.bot.id) {
    return (
      <span className="avatar bot" aria-hidden="true">
        ?
      </span>
    );
  }
  const shade = snapshot.people.findIndex((person) => person.id === id) % SHADES;
  return (
    <span className={`avatar shade-${shade}`} aria-hidden="true">
      {nameOf(snapshot, id).slice(0, 1)}
    </span>
  );
}
