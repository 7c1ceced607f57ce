import { expect, test } from 'vitest';
import { configForOwnPbx } from './config-for-own-pbx.ts';

const printed = configForOwnPbx({ ariUser: 'crm', ariPassword: null, trunk: 'kyivstar' });

test('every file that has to change is named once', () => {
  const files = ['http.conf', 'ari.conf', 'sorcery.conf', 'modules.conf', 'pjsip.conf', 'extensions.conf'];
  expect(printed.match(/^; =+ (\S+)$/gm)?.map((line) => line.split(' ').at(-1))).toEqual(files);
});

test('it speaks of the user and the trunk that were set', () => {
  expect(printed).toContain('[crm]\ntype = user');
  expect(printed).toContain('DZVIN_TRUNK = kyivstar');
  expect(printed).toContain('password = <ARI_PASSWORD>');
});

test('the dialplan is the one our own Asterisk runs', () => {
  expect(printed).toContain('Stasis(dzvin,');
  expect(printed).toContain('[dzvin-trunk]');
});
