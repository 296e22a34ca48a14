import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/** A TCP line that a test can cut, or make slow. */
export type Line = {
  readonly port: number;
  /** Breaks every connection and takes no new one, until `mend`. */
  cut(): void;
  /** Carries every piece so many milliseconds later, until `mend`. */
  slow(ms: number): void;
  mend(): void;
  close(): Promise<void>;
};

/** Opens a line to whatever port `to` gives for each new connection; nothing there is a refused connection. */
export async function openLine(to: () => number | undefined): Promise<Line> {
  const open = new Set<Socket>();
  const waiting = new Map<Socket, Promise<void>>();
  let broken = false;
  let delay = 0;

  const server = createServer((near) => {
    const port = broken ? undefined : to();
    if (port === undefined) return void near.destroy();
    const far = connect(port, "127.0.0.1");
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.setNoDelay(true);
      one.on("data", (piece) => carry(other, piece));
      one.on("error", () => other.destroy());
      one.on("close", () => {
        open.delete(one);
        other.destroy();
      });
    }
  });

  function carry(other: Socket, piece: Buffer): void {
    const before = waiting.get(other);
    if (before === undefined && delay === 0) return void other.write(piece);
    // Whatever comes after a slow piece arrives after it.
    const mine = (before ?? Promise.resolve()).then(() => pause(delay)).then(() => void other.write(piece));
    waiting.set(other, mine);
    void mine.then(() => waiting.get(other) === mine && waiting.delete(other));
  }

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const breakAll = () => {
    for (const one of open) one.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      broken = true;
      breakAll();
    },
    slow: (ms) => void (delay = ms),
    mend() {
      broken = false;
      delay = 0;
    },
    async close() {
      breakAll();
      server.close();
      await once(server, "close");
    },
  };
}
