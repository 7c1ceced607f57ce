import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isErrno } from './running-process.ts';

/** Encrypts what must be stored and given back: SIP, mailbox and server passwords. Never leaves the server. */
export interface Secrets {
  /** @returns text for a column, another one each time */
  encrypt(plain: string): string;
  /** @throws SecretUnreadableError */
  decrypt(stored: string): string;
  /** 64 hexadecimal digits, the same for the same purpose and key: a password between parts of our own. */
  derive(purpose: string): string;
}

/** Stored with another key, or damaged. The message says how to get the key back. */
export class SecretUnreadableError extends Error {
  override readonly name = 'SecretUnreadableError';
}

/** The key file holds something else than a key. */
export class SecretKeyError extends Error {
  override readonly name = 'SecretKeyError';
}

const ALGORITHM = 'aes-256-gcm';
/** Tells how the rest is to be read, should there ever be another way. */
const PREFIX = 'gcm1:';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** 64 hexadecimal digits, as `openssl rand -hex 32` prints them. */
export const secretKeyPattern = /^[0-9a-f]{64}$/i;

export function openSecrets(keyHex: string): Secrets {
  const key = Buffer.from(keyHex, 'hex');
  if (key.length !== KEY_BYTES) throw new SecretKeyError('the key is not 64 hexadecimal digits');
  return {
    encrypt: (plain) => encrypt(key, plain),
    decrypt: (stored) => decrypt(key, stored),
    derive: (purpose) => Buffer.from(hkdfSync('sha256', key, '', purpose, KEY_BYTES)).toString('hex'),
  };
}

/**
 * What to store of a password in a form that never shows it.
 *
 * @param typed null keeps what is stored, an empty text forgets it
 */
export function secretToStore(typed: string | null, stored: string | null, secrets: Secrets): string | null {
  if (typed === null) return stored;
  return typed === '' ? null : secrets.encrypt(typed);
}

function encrypt(key: Buffer, plain: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  const sealed = Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return PREFIX + sealed.toString('base64url');
}

function decrypt(key: Buffer, stored: string): string {
  if (!stored.startsWith(PREFIX)) throw new SecretUnreadableError('the stored secret was not written by Dzvin');
  const sealed = Buffer.from(stored.slice(PREFIX.length), 'base64url');
  try {
    const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    const plain = decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES));
    return Buffer.concat([plain, decipher.final()]).toString('utf8');
  } catch (cause) {
    throw new SecretUnreadableError(
      'a stored secret cannot be read with the present key: bring back the former DZVIN_KEY or key file, or set the password anew',
      { cause },
    );
  }
}

/**
 * The key kept in `file` (readable by its owner only), made at the first start. Two that start together get the same.
 *
 * @throws SecretKeyError when the file holds no key
 */
export async function readOrCreateKey(file: string): Promise<string> {
  const key = (await readIfThere(file)) ?? (await createKey(file));
  if (secretKeyPattern.test(key)) return key;
  throw new SecretKeyError(`${file} holds no key (64 hexadecimal digits): bring it back from a backup`);
}

/** Written beside and linked: the name appears with the whole key or not at all, and never replaces one. */
async function createKey(file: string): Promise<string> {
  const unfinished = `${file}.${process.pid}`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(unfinished, `${randomBytes(KEY_BYTES).toString('hex')}\n`, { mode: 0o600 });
  try {
    await link(unfinished, file);
  } catch (error) {
    if (!isErrno(error, 'EEXIST')) throw error;
  }
  await rm(unfinished);
  return (await readFile(file, 'utf8')).trim();
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return null;
    throw error;
  }
}
