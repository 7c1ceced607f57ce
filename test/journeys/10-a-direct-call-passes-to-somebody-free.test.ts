import { expect, test } from 'vitest';
import { endedCall, loggedCalls } from '../harness/call-log.ts';
import { hire } from '../harness/firm.ts';
import { stageOfFile } from '../harness/stage.ts';

const stage = stageOfFile();

test('a call dialled to a person with a client passes to a free colleague and stays one call', async () => {
  const { administrator } = stage();
  const habit = { answersAfterMs: 200, talkMs: 800 };
  const iryna = await hire(administrator, {
    fullName: 'Ірина Коваль',
    sipExtension: '711',
    directNumber: '0443330001',
  });
  const oksana = await hire(administrator, { fullName: 'Оксана Мельник', sipExtension: '712' });
  const irynaSeat = await stage().seat(iryna, { habit, status: 'with_client' });
  const oksanaSeat = await stage().seat(oksana, { habit });

  const placed = await stage().callFrom('0501110010', '0443330001');

  expect(await placed.done).toMatchObject([{ result: 'answered' }]);
  expect(oksanaSeat.phones.rings()).toMatchObject([{ result: 'answered' }]);
  expect(irynaSeat.phones.rings()).toEqual([]);
  const call = await endedCall(administrator, '0501110010');
  expect(call).toMatchObject({ outcome: 'answered', personName: 'Оксана Мельник' });
  const passed = call.story.filter(({ type }) => type === 'call.passed_on');
  expect(passed).toMatchObject([{ data: { fromPersonId: iryna.personId } }]);
  expect(await loggedCalls(administrator, '0501110010')).toHaveLength(1);
});
