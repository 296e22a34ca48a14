import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

/** Something that cannot be opened. The message says what to do, and holds nothing of what was sealed. */
export class SealError extends Error {
  override name = "SealError";
}

export type Seal = {
  /** Encrypts a text for one purpose; what is sealed for one does not open for another. */
  close(text: string, purpose: string): string;
  /** The text again. Throws a `SealError` where no key fits, or where it was altered or sealed for another purpose. */
  open(sealed: string, purpose: string): string;
  /** True where it was sealed with a key other than the first. */
  isOld(sealed: string): boolean;
  /** True where none of the keys is the one it was sealed with. */
  isForeign(sealed: string): boolean;
};

/** Bytes, as NIST SP 800-38D recommends for GCM: a random nonce for each text, and a whole tag. */
const NONCE = 12;
const TAG = 16;
const FORM = "a1";

/** A name for a key that gives nothing of it away, to tell which one sealed a text. */
export const nameOfKey = (key: Uint8Array) =>
  createHash("sha256").update("askwhy key name ").update(key).digest("hex").slice(0, 8);

/**
 * Seals texts with AES-256-GCM: the first key seals, every key opens. `keys` are 32 bytes each, newest first.
 *
 * A sealed text is "a1.<name of the key>.<nonce, ciphertext and tag in base64url>". The form, the key's name and the purpose
 * are authenticated with it.
 */
export function sealWith(keys: readonly Uint8Array[]): Seal {
  const [newest] = keys;
  if (newest === undefined) throw new TypeError("no key to seal with");
  const byName = new Map(keys.map((key) => [nameOfKey(key), key]));
  const newestName = nameOfKey(newest);
  const nameIn = (sealed: string) => sealed.split(".")[1] ?? "";
  return {
    close(text, purpose) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv("aes-256-gcm", newest, nonce, { authTagLength: TAG });
      cipher.setAAD(bound(newestName, purpose));
      const bytes = [nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()];
      return `${FORM}.${newestName}.${Buffer.concat(bytes).toString("base64url")}`;
    },
    open(sealed, purpose) {
      const [form, name = "", body = ""] = sealed.split(".");
      const key = byName.get(name);
      if (form !== FORM || key === undefined) throw new SealError(WRONG_KEY);
      try {
        return decrypt(key, Buffer.from(body, "base64url"), bound(name, purpose));
      } catch (error) {
        throw new SealError("It was altered, or sealed for something else.", { cause: error });
      }
    },
    isOld: (sealed) => nameIn(sealed) !== newestName,
    isForeign: (sealed) => !byName.has(nameIn(sealed)),
  };
}

const WRONG_KEY =
  "It was sealed with a key that ENCRYPTION_KEY does not name. Put that key back, after the newest, with a comma between.";

const bound = (name: string, purpose: string) => Buffer.from(JSON.stringify([FORM, name, purpose]));

function decrypt(key: Uint8Array, bytes: Buffer, aad: Buffer): string {
  if (bytes.length < NONCE + TAG) throw new RangeError("too short");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAAD(aad);
  decipher.setAuthTag(bytes.subarray(-TAG));
  return decipher.update(bytes.subarray(NONCE, -TAG), undefined, "utf8") + decipher.final("utf8");
}
