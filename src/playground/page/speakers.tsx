import { Avatar } from "./avatar.tsx";
import { Menu } from "./menu.tsx";
import { useStage } from "./stage.ts";

/** Who the reader speaks as. Everything on the page is what this person sees. */
export function Speakers() {
  const { snapshot, place, reader, go, act } = useStage();
  const away = reader.presence === "away";
  return (
    <div className="speakers">
      <fieldset>
        <legend>You are</legend>
        {snapshot.people.map((person) => (
          <label key={person.id} className={person.id === place.as ? "chosen" : ""}>
            <input
              type="radio"
              name="speaker"
              checked={person.id === place.as}
              onChange={() => go({ as: person.id })}
            />
            <Avatar id={person.id} />
            <span className="speaker-name">
              <strong>{person.name}</strong>
              <small>{person.company ?? person.title}</small>
            </span>
            <span className={`presence ${person.presence}`}>
              <span className="unseen">{person.presence}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Menu
        label={`${reader.name} is ${reader.presence}${reader.doNotDisturb ? ", not to be disturbed" : ""}. Change that`}
        className="button presence-button"
        face={
          <>
            <span className={`presence ${reader.presence}`} aria-hidden="true" />
            {reader.doNotDisturb ? "Do not disturb" : away ? "Away" : "Active"}
          </>
        }
        items={[
          {
            label: away ? "Become active" : "Go away from the desk",
            hint: away ? "Whispers arrive at once" : "What would be whispered waits in Home",
            act: () => void act({ do: "presence", presence: away ? "active" : "away" }),
          },
          {
            label: reader.doNotDisturb ? "May be disturbed again" : "Do not disturb",
            act: () => void act({ do: "do-not-disturb", on: !reader.doNotDisturb }),
          },
        ]}
      />
    </div>
  );
}
