import { beforeAll, expect, test } from 'vitest';
import type { ProjectChoice } from '../../server/projects/contract.ts';
import { hire, openLine } from '../harness/firm.ts';
import { type Seat, stageOfFile } from '../harness/stage.ts';

// Andriy works for the project, Bohdan for none. Only the first line belongs to the project.
const stage = stageOfFile();
let andriy: Seat;
let bohdan: Seat;

beforeAll(async () => {
  const { administrator } = stage();
  const { rows } = await administrator.get<{ rows: ProjectChoice[] }>('/api/projects');
  const projectId = rows[0]?.projectId ?? null;
  expect(projectId).not.toBeNull();
  await openLine(administrator, { name: 'Лінія проєкту', numbers: ['7111'], projectId, reserveAfterSeconds: null });
  await openLine(administrator, { name: 'Інша лінія', numbers: ['7112'] });
  const habit = { answersAfterMs: 200, talkMs: 500 };
  const hired = [
    await hire(administrator, { fullName: 'Андрій Бойко', sipExtension: '713', telephonyProjectId: projectId }),
    await hire(administrator, { fullName: 'Богдан Лисенко', sipExtension: '714' }),
  ] as const;
  andriy = await stage().seat(hired[0], { habit });
  bohdan = await stage().seat(hired[1], { habit });
});

test('a call on the line of the project rings at its person', async () => {
  const placed = await stage().callFrom('0501110020', '7111');

  expect(await placed.done).toMatchObject([{ result: 'answered' }]);
  expect(andriy.phones.rings()).toHaveLength(1);
  expect(bohdan.phones.rings()).toEqual([]);
});

test('a call on another line does not', async () => {
  const placed = await stage().callFrom('0501110021', '7112');

  expect(await placed.done).toMatchObject([{ result: 'answered' }]);
  expect(andriy.phones.rings()).toHaveLength(1);
  expect(bohdan.phones.rings()).toHaveLength(1);
});
