import { createHash } from "node:crypto";
import { constants, copyFile, link, open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { type Holder, living } from "./lock-holder.ts";

/** How often a lock is touched, in milliseconds, for those who cannot see the process. */
const TOUCH_EVERY = 5000;
/** How often a lock is looked at anew that went away meanwhile. */
const TRIES = 20;

type Taken = { readonly leave: () => Promise<void> } | { readonly holder: Holder };

/** Takes the lock for `me`, also from a process that is gone; or names who holds it. */
export async function takeLock(lock: string, me: Holder): Promise<Taken> {
  const mine = JSON.stringify(me);
  const draft = `${lock}.${me.token}`;
  await writeFile(draft, mine, { flag: "wx", mode: 0o600 });
  try {
    // Its age is told by the clock of the file system, like that of the lock, whatever the clocks of two machines say.
    const { mtimeMs: now } = await stat(draft);
    for (let tries = 0; tries < TRIES; tries++) {
      if (await put(draft, lock)) return kept(lock, mine);
      const found = await look(lock, now);
      if (found?.raw === mine) return kept(lock, mine);
      const holder = found && (found.holder ?? (await succeed(lock, found.raw, draft, now)));
      if (holder !== undefined) return { holder };
    }
    throw new Error("the lock comes and goes");
  } finally {
    await rm(draft, { force: true });
  }
}

/**
 * Puts our draft in the place of a lock whose holder is gone. Of several that have found the same one, only one can make the
 * file that claims to succeed it; so nobody takes away the lock of a process that has just succeeded. Names who has the claim.
 */
async function succeed(lock: string, gone: string, draft: string, now: number): Promise<Holder | undefined> {
  const claim = `${lock}.${createHash("sha256").update(gone).digest("hex").slice(0, 32)}`;
  if (await put(draft, claim)) {
    // Another one may have succeeded before we came to claim.
    if ((await look(lock, now))?.raw === gone) await rename(claim, lock);
    else await rm(claim, { force: true });
    return undefined;
  }
  const claimed = await look(claim, now);
  if (claimed !== undefined && claimed.holder === undefined) await rm(claim, { force: true });
  return claimed?.holder;
}

/** Makes the file whole or not at all; false where there is one already. */
async function put(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "EEXIST") throw error;
      // Some file systems know no links.
      return copyFile(draft, path, constants.COPYFILE_EXCL);
    });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** What a lock says, and who holds it if that process lives; undefined where there is no lock any more. */
async function look(
  lock: string,
  now: number,
): Promise<{ raw: string; holder: Holder | undefined } | undefined> {
  try {
    const raw = await readFile(lock, "utf8");
    const { mtimeMs } = await stat(lock);
    return { raw, holder: living(raw, now - mtimeMs) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Touches the lock for as long as it is ours, by writing the same into the very file: never into one that took its place. */
async function kept(lock: string, mine: string): Promise<Taken> {
  const file = await open(lock, "r+");
  let touching = Promise.resolve();
  const timer = setInterval(() => {
    touching = file.write(mine, 0).then(
      () => undefined,
      () => undefined,
    );
  }, TOUCH_EVERY);
  timer.unref();
  return {
    leave: async () => {
      clearInterval(timer);
      await touching;
      await file.close();
      const still = await readFile(lock, "utf8").catch(() => undefined);
      if (still === mine) await rm(lock, { force: true });
    },
  };
}
