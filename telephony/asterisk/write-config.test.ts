import { expect, test } from 'vitest';
import { configFiles } from './write-config.ts';

const setup = {
  installed: { root: '/packages' },
  home: '/data/asterisk',
  sipPort: 5070,
  ariPort: 8090,
  rtpPorts: { first: 20_000, last: 20_100 },
  ariUser: 'dzvin',
  ariPassword: 'generated',
  otherAddresses: ['192.0.2.7'],
  callRecords: true,
};
const files = configFiles(setup, ['app_dial.so', 'cdr_csv.so', 'app_queue.so']);

test('everything that listens does so on loopback', () => {
  const binds = Object.values(files).flatMap((text) => text.match(/^bind(addr)? = .*$/gm) ?? []);
  expect(binds.length).toBeGreaterThan(3);
  expect(binds.filter((line) => !line.includes('127.0.0.1'))).toEqual([]);
});

test('ports and the password stand where they were asked for', () => {
  expect(files['pjsip.conf']).toContain('bind = 127.0.0.1:5070');
  expect(files['pjsip.conf']).toContain('contact = sip:127.0.0.2:5070');
  expect(files['http.conf']).toContain('bindport = 8090');
  expect(files['ari.conf']).toContain('[dzvin]\ntype = user\nread_only = no\npassword = generated');
  expect(files['rtp.conf']).toContain('192.0.2.7 => 127.0.0.1');
});

test('only modules that this release has are loaded', () => {
  expect(files['modules.conf']?.match(/^load = .*/gm)).toEqual(['load = app_dial.so', 'load = cdr_csv.so']);
});

test('call records can be left off, and further modules asked for', () => {
  const quiet = configFiles({ ...setup, callRecords: false, moreModules: ['app_queue'] }, [
    'cdr_csv.so',
    'app_queue.so',
  ]);
  expect(quiet['modules.conf']).not.toContain('cdr_csv');
  expect(quiet['modules.conf']).toContain('load = app_queue.so');
  expect(quiet['cdr.conf']).toContain('enable = no');
});

test('additions go to the end of a file, or make a new one', () => {
  const more = configFiles({ ...setup, additions: { 'extensions.conf': '[bench]', 'queues.conf': '[q1]' } }, []);
  expect(more['extensions.conf']).toMatch(/\[bench\]$/);
  expect(more['queues.conf']).toContain('[q1]');
});

test('what was dialled is handed over last, as it may hold commas', () => {
  const again = `Stasis(dzvin,\${DZVIN_SIDE},\${DZVIN_ARRIVED},\${CHANNEL(endpoint)},\${DZVIN_DIALLED})`;
  expect(files['extensions.conf']?.split(again)).toHaveLength(2);
  expect(files['extensions.conf']).toContain(`Stasis(dzvin,trunk,,\${CHANNEL(endpoint)},\${EXTEN})`);
});
