import { beforeAll, expect, test } from 'vitest';
import { changeEmployee, type Employee, hire, openLine } from '../harness/firm.ts';
import { type Seat, stageOfFile } from '../harness/stage.ts';
import { until } from '../harness/until.ts';

// Iryna is with a client, Oksana is free. Both heed statuses at first.
const stage = stageOfFile();
let iryna: Employee;
let irynaSeat: Seat;
let oksanaSeat: Seat;

beforeAll(async () => {
  const { administrator } = stage();
  await openLine(administrator, { name: 'Довідкова', numbers: ['7100'] });
  iryna = await hire(administrator, { fullName: 'Ірина Коваль', sipExtension: '711' });
  const oksana = await hire(administrator, { fullName: 'Оксана Мельник', sipExtension: '712' });
  irynaSeat = await stage().seat(iryna, { habit: { answersAfterMs: 200, talkMs: 1000 }, status: 'with_client' });
  oksanaSeat = await stage().seat(oksana, { habit: { answersAfterMs: 200, talkMs: 3000 } });
});

test('a call passes over the person with a client and rings at the free one', async () => {
  const placed = await stage().callFrom('0501110001', '7100');

  expect(await placed.done).toMatchObject([{ result: 'answered', endedBy: 'far_end' }]);
  expect(oksanaSeat.phones.rings()).toMatchObject([{ phone: '712', result: 'answered' }]);
  expect(irynaSeat.phones.rings()).toEqual([]);
});

test('a person without the tick is rung as soon as the device is free, whatever the status', async () => {
  await changeEmployee(stage().administrator, iryna, { useStatusesForTelephony: false });
  await stage().untilPerson(iryna, (state) => state.obstacle === null);

  const first = await stage().callFrom('0501110002', '7100');
  await until(() => first.records()[0]?.answeredAt, { for: 'the first call to be answered', seconds: 5 });
  const second = await stage().callFrom('0501110003', '7100');

  const ends = [...(await first.done), ...(await second.done)];
  expect(ends).toMatchObject([{ result: 'answered' }, { result: 'answered' }]);
  expect(irynaSeat.phones.rings()).toHaveLength(1);
});
