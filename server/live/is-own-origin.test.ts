import { expect, test } from 'vitest';
import { isOwnOrigin } from './is-own-origin.ts';

test.each([
  ['our own page', { origin: 'http://crm.example:8080', host: 'crm.example:8080' }, true],
  ['our own page over TLS', { origin: 'https://crm.example', host: 'CRM.example' }, true],
  ['no browser', { host: 'crm.example' }, true],
  ['an origin that was allowed', { origin: 'http://localhost:5173', host: 'crm.example' }, true],
  ['a page of another site', { origin: 'https://evil.example', host: 'crm.example' }, false],
  ['our site, another port', { origin: 'http://crm.example:81', host: 'crm.example:8080' }, false],
  ['a page from a file', { origin: 'null', host: 'crm.example' }, false],
  ['no host at all', { origin: 'http://crm.example' }, false],
])('%s', (_who, headers, isOwn) => {
  expect(isOwnOrigin(headers, ['http://localhost:5173'])).toBe(isOwn);
});
