import { beforeAll, expect, test } from 'vitest';
import { hire, openLine } from '../harness/firm.ts';
import { type Seat, stageOfFile } from '../harness/stage.ts';
import { until } from '../harness/until.ts';

// Five people talk with five callers, five more callers wait. Talks end by the phones, 25 s after the answer.
const stage = stageOfFile();
const seats: Seat[] = [];
const callers = Array.from({ length: 10 }, (_, index) => `05011100${60 + index}`);
const waitingCallers = callers.slice(5);

beforeAll(async () => {
  const { administrator } = stage();
  await openLine(administrator, { name: 'Аварійна', numbers: ['7160'], maxWaiting: 10 });
  for (const sipExtension of ['731', '732', '733', '734', '735']) {
    const employee = await hire(administrator, { fullName: `Черговий ${sipExtension}`, sipExtension });
    seats.push(await stage().seat(employee, { habit: { answersAfterMs: 100, talkMs: 25_000 } }));
  }
});

const rings = () => seats.flatMap(({ phones }) => phones.rings());

test('five talks go on through a kill -9, and the five who wait are served in their old order', async () => {
  const { product } = stage();
  const placed = await stage().call({
    calls: callers.map((from) => ({ from, dialled: '7160' })),
    perSecond: 2,
    limitSeconds: 150,
  });
  await until(async () => (await stage().board()).queue.length === 5 && rings().length === 5, {
    for: 'five to talk and five to wait',
    seconds: 20,
  });

  await product.kill();
  await product.startAgain();

  expect(placed.records().filter(({ endedAt }) => endedAt !== null)).toEqual([]);
  const records = await placed.done;
  expect(records.map(({ result, endedBy }) => ({ result, endedBy }))).toEqual(
    callers.map(() => ({ result: 'answered', endedBy: 'far_end' })),
  );
  const served = rings()
    .toSorted((a, b) => a.invitedAt - b.invitedAt)
    .map(({ from }) => from);
  expect(served.slice(5)).toEqual(waitingCallers);
});
