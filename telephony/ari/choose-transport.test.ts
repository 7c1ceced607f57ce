import { expect, test } from 'vitest';
import { transportFor } from './choose-transport.ts';

test.each([
  ['22.10.1+dfsg+~cs6', 'websocket'],
  ['22.4.0', 'websocket'],
  ['22.3.0', 'ari-client'],
  ['21.9.0', 'websocket'],
  ['20.14.0', 'websocket'],
  ['20.13.1', 'ari-client'],
  ['23.0.0', 'websocket'],
  ['GIT-master-1a2b3c', 'websocket'],
  ['certified/20.7-cert3', 'ari-client'],
  ['18.26.4', 'ari-client'],
  ['16.28.0~dfsg-0+deb11u4', 'ari-client'],
  ['15.7.4', 'too_old'],
  ['13.38.3', 'too_old'],
])('Asterisk %s is spoken to by %s', (version, kind) => {
  expect(transportFor(version)).toBe(kind);
});
