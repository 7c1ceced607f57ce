import { beforeAll, expect, test } from 'vitest';
import { endedCall } from '../harness/call-log.ts';
import { addClient, choosePresence, type Employee, hire, openLine } from '../harness/firm.ts';
import { type Seat, stageOfFile } from '../harness/stage.ts';
import { until } from '../harness/until.ts';

// The only person of the line has a break at first.
const stage = stageOfFile();
let bohdan: Employee;
let seat: Seat;

beforeAll(async () => {
  const { administrator } = stage();
  await openLine(administrator, { name: 'Підтримка мережі', numbers: ['7120'] });
  await addClient(administrator, { name: 'ТОВ «Калина»', phone: '0501110031' });
  bohdan = await hire(administrator, { fullName: 'Богдан Лисенко', sipExtension: '715' });
  seat = await stage().seat(bohdan, { habit: { answersAfterMs: 200, talkMs: 800 }, status: 'break' });
});

const waiting = async () => (await stage().board()).queue;

test('with nobody free the call waits, and is offered to whoever becomes free', async () => {
  const placed = await stage().callFrom('0501110030', '7120');
  await until(async () => (await waiting()).length === 1, { for: 'the call to stand in the queue', seconds: 5 });
  expect(seat.phones.rings()).toEqual([]);

  await choosePresence(seat.session, 'free');

  expect(await placed.done).toMatchObject([{ result: 'answered', endedBy: 'far_end' }]);
  expect(seat.phones.rings()).toMatchObject([{ result: 'answered' }]);
});

test('a caller who leaves the queue is a missed call of the client, seen when the client calls again', async () => {
  await choosePresence(seat.session, 'break');
  await stage().untilPerson(bohdan, ({ presence }) => presence === 'break');

  const left = await stage().callFrom('0501110031', '7120', { patienceMs: 1500, stayMs: 1500 });
  await left.done;
  const missed = await endedCall(stage().administrator, '0501110031');
  expect(missed).toMatchObject({ outcome: 'abandoned', clientName: 'ТОВ «Калина»', legs: [] });

  await choosePresence(seat.session, 'free');
  const again = await stage().callFrom('0501110031', '7120');
  await again.done;
  const pop = seat.live.heard('call.offered').find(({ message }) => (message.pop.matches?.length ?? 0) > 0);
  expect(pop?.message.pop.matches).toMatchObject([
    { clientName: 'ТОВ «Калина»', openItems: [{ kind: 'missed_call', id: missed.callId }] },
  ]);
});
