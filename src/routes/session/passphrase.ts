/** Words that are asked for; the words themselves are not kept. */
export interface Passphrase {
  fits(typed: string): Promise<boolean>;
}

/** Guessing is slowed by this much (OWASP's figure for PBKDF2 with SHA-256, 2023). */
const rounds = 600_000;

/** Whether the page may use the browser's cryptography: not on a plain http address. */
export const canAskPassphrase = (): boolean => globalThis.crypto?.subtle !== undefined;

/** Keeps a salted digest of the words for as long as the tab lives. */
export async function makePassphrase(words: string): Promise<Passphrase> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const kept = await digest(words, salt);
  return {
    async fits(typed) {
      const given = await digest(typed, salt);
      return given.every((byte, i) => byte === kept[i]);
    },
  };
}

async function digest(words: string, salt: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const bytes = new TextEncoder().encode(words.normalize('NFC'));
  const key = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveBits']);
  const method = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  return new Uint8Array(await crypto.subtle.deriveBits(method, key, 256));
}
