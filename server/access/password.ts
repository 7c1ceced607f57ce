import { hash, verify } from '@node-rs/argon2';

/** argon2id at the library's costs (19 MiB, two passes), off the main thread: about 30 ms each. */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

export function isPassword(password: string, stored: string): Promise<boolean> {
  return verify(stored, password);
}
