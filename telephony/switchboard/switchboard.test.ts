import { expect, test, vi } from 'vitest';
import { oksana, petro, statuses, support } from '../../test/cast/hotline-cast.ts';
import { defaultParameters, type LedgerEntry } from '../index.ts';
import type { Pbx, PbxCommand, PbxEvents } from '../pbx.ts';
import { Switchboard, type SwitchboardDeps } from './switchboard.ts';

/** A PBX that says what it is told to say and remembers what was asked of it. */
function pbxInTest() {
  const commands: PbxCommand[] = [];
  let say: PbxEvents | null = null;
  let finish = () => {};
  const pbx: Pbx = {
    run: (events) => {
      say = events;
      return new Promise((done) => {
        finish = done;
      });
    },
    stop: async () => finish(),
    send: (command) => commands.push(command),
    putPhone: async () => {},
    removePhone: async () => {},
    setFallback: () => {},
  };
  return { pbx, commands, say: () => say ?? expect.unreachable('run was not called') };
}

function openSwitchboard(findCaller: SwitchboardDeps['findCaller']) {
  const { pbx, commands, say } = pbxInTest();
  const recorded: LedgerEntry[] = [];
  const errors: unknown[] = [];
  const links: boolean[] = [];
  const log = { info: () => {}, warn: () => {}, error: (fact: unknown) => errors.push(fact) };
  const board = new Switchboard({
    pbx,
    now: () => Date.now(),
    record: (entries) => recorded.push(...entries),
    findCaller,
    linkChanged: ({ isConnected }) => links.push(isConnected),
    log,
  });
  board.setUp({ kind: 'put_parameters', parameters: defaultParameters });
  board.setUp({ kind: 'put_statuses', statuses });
  board.setUp({ kind: 'put_line', line: support });
  for (const profile of [petro, oksana])
    board.setUp({ kind: 'put_person', profile: { ...profile, usesStatuses: false } });
  const running = board.run();
  const devices = [petro, oksana].map(({ extension }) => ({ endpoint: extension ?? '', state: 'reachable' as const }));
  say().connected({ channels: [], bridges: [], devices });
  return { board, commands, recorded, errors, links, say, running };
}

const arrived = () =>
  ({
    kind: 'arrived',
    channelId: 'c1',
    side: 'trunk',
    callerNumber: '0501234567',
    callerName: '',
    dialled: '5000',
    endpoint: null,
    arrivedAt: Date.now(),
  }) as const;

test('who is calling is found beside the ringing and steers the call', async () => {
  const { commands, recorded, say } = openSwitchboard(async () => ({ managerId: 'oksana', lastTalkedId: null }));
  say().signal(arrived());
  await vi.waitUntil(() => commands.some((command) => command.kind === 'ring_phone'));
  expect(commands.find((command) => command.kind === 'ring_phone')).toMatchObject({ personId: 'oksana' });
  expect(recorded.filter((entry) => entry.stream === 'call').map(({ type }) => type)).toEqual([
    'call.arrived',
    'queue.offer_made',
  ]);
});

test('a look-up that never answers keeps nobody waiting for longer than its limit', async () => {
  const { commands, say } = openSwitchboard(() => new Promise(() => {}));
  say().signal(arrived());
  await vi.waitUntil(() => commands.some((command) => command.kind === 'ring_phone'), { timeout: 2000 });
});

test('a look-up that fails is logged and the call is routed without', async () => {
  const { commands, errors, say } = openSwitchboard(() => Promise.reject(new Error('no database')));
  say().signal(arrived());
  await vi.waitUntil(() => commands.some((command) => command.kind === 'ring_phone'));
  expect(errors).toHaveLength(1);
});

test('says when the PBX comes and goes, and ends when stopped', async () => {
  const { board, links, running, say } = openSwitchboard(async () => ({ managerId: null, lastTalkedId: null }));
  say().disconnected('socket closed');
  say().disconnected('still away');
  expect(links).toEqual([true, false]);
  await board.stop();
  await running;
});
