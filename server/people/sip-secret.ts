import { randomBytes } from 'node:crypto';
import type { Secrets } from '../platform/secrets.ts';
import type { PhoneOwner } from './phone-change.ts';
import type { StoredPerson } from './queries.ts';

/** 24 characters, 144 bits of chance; no character that a phone's form or a configuration file could mistake. */
export function newSipSecret(): string {
  return randomBytes(18).toString('base64url');
}

/** @throws SecretUnreadableError when the product's key has changed */
export function toPhoneOwner(
  {
    fullName,
    sipExtension,
    sipSecret,
    isActive,
  }: Pick<StoredPerson, 'fullName' | 'sipExtension' | 'sipSecret' | 'isActive'>,
  secrets: Secrets,
): PhoneOwner {
  return { fullName, sipExtension, isActive, secret: sipSecret === null ? null : secrets.decrypt(sipSecret) };
}
