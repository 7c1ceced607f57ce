import { beforeAll, expect, test } from 'vitest';
import type { CallParameters } from '../../server/calls/contract.ts';
import { endedCall, loggedCalls } from '../harness/call-log.ts';
import { type Employee, hire, openLine } from '../harness/firm.ts';
import { stageOfFile } from '../harness/stage.ts';
import { until } from '../harness/until.ts';

// N = 5 at first. Andriy and Bohdan have the extensions 716 and 717; Bohdan's answers.
const stage = stageOfFile();
let andriy: Employee;
let bohdan: Employee;

beforeAll(async () => {
  const { administrator } = stage();
  await setN(5);
  await openLine(administrator, { name: 'Приймальня', numbers: ['7150'] });
  andriy = await hire(administrator, { fullName: 'Андрій Бойко', sipExtension: '716' });
  bohdan = await hire(administrator, { fullName: 'Богдан Лисенко', sipExtension: '717' });
  await stage().seat(bohdan, { habit: { answersAfterMs: 100, talkMs: 300 } });
});

async function setN(minLoggedDigits: number | null): Promise<void> {
  const { administrator } = stage();
  const parameters = await administrator.get<CallParameters>('/api/parameters/calls');
  await administrator.send('PUT', '/api/parameters/calls', { ...parameters, minLoggedDigits });
}

test('five digits are logged, four are not', async () => {
  await (await stage().callFrom('1234', '7150')).done;
  await (await stage().callFrom('12345', '7150')).done;

  await endedCall(stage().administrator, '12345');
  const numbers = (await loggedCalls(stage().administrator, '1234')).map(({ otherNumber }) => otherNumber);
  expect(numbers).toEqual(['12345']);
});

test('a withheld number is logged', async () => {
  await (await stage().callFrom('', '7150')).done;

  await until(async () => (await loggedCalls(stage().administrator, '')).length === 1, {
    for: 'the withheld call in the log',
    seconds: 10,
  });
});

test('a call from outside that reaches an extension is logged', async () => {
  await (await stage().callFrom('0501110050', '717')).done;

  expect(await endedCall(stage().administrator, '0501110050')).toMatchObject({ personName: 'Богдан Лисенко' });
});

test('a call between extensions is logged only when N is empty', async () => {
  const inside = {
    calls: [{ from: '716', secret: andriy.phone.secret ?? '', dialled: '717' }],
    side: 'phone' as const,
  };
  await (await stage().call(inside)).done;
  await setN(null);
  await (await stage().call(inside)).done;

  // Had the first been logged too, there would be two.
  expect(await endedCall(stage().administrator, '717')).toMatchObject({ direction: 'internal' });
});
