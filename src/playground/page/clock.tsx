import { useEffect, useState } from "react";
import { Menu } from "./menu.tsx";
import { clockTime, nextMorning, shortDate } from "./moments.ts";
import { useStage } from "./stage.ts";

/** The longest silence Askwhy waits for is 90 s unless set otherwise; this passes it. */
const QUIET_MS = 100_000;

/** Draws anew every so often, since time passes without anybody doing anything. */
export function useTick(everyMs: number): void {
  const [, setCount] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setCount((count) => count + 1), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
}

/** The playground's clock, which can be moved on and never back. */
export function Clock() {
  useTick(5_000);
  const { now, reader, act } = useStage();
  const moveTo = (to: number) => void act({ do: "move-clock", to });
  const moment = now();
  const time = clockTime(moment, reader.zone);
  const date = shortDate(moment, reader.zone);
  return (
    <Menu
      label={`The clock: ${time}, ${date}, where ${reader.name} is. Move it on`}
      className="button clock"
      face={
        <>
          <span className="clock-time">{time}</span> <span className="clock-date">{date}</span>
          <span className="clock-on">move on ▾</span>
        </>
      }
      items={[
        { label: "1 minute on", act: () => moveTo(now() + 60_000) },
        {
          label: "Quiet time passed",
          hint: "Askwhy waits until nobody has written for a while",
          act: () => moveTo(now() + QUIET_MS),
        },
        { label: "1 hour on", act: () => moveTo(now() + 3_600_000) },
        {
          label: "The next morning",
          hint: `9:30 of ${reader.name}'s next working day`,
          act: () => moveTo(nextMorning(now(), reader.zone)),
        },
      ]}
    />
  );
}
