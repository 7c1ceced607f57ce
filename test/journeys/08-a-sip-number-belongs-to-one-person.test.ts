import { expect, test } from 'vitest';
import { changeEmployee, hire } from '../harness/firm.ts';
import { registerPhones } from '../harness/sipp.ts';
import { stageOfFile } from '../harness/stage.ts';

const stage = stageOfFile();

test('a second active person with the same SIP number is refused, and told who has it', async () => {
  const { administrator, product, sipp } = stage();
  const iryna = await hire(administrator, { fullName: 'Ірина Коваль', sipExtension: '718' });

  await expect(
    hire(administrator, { fullName: 'Оксана Мельник', sipExtension: '718', email: 'o@firm.test' }),
  ).rejects.toMatchObject({
    body: { code: 'extension_taken', field: 'sipExtension', details: { by: 'Ірина Коваль' } },
  });

  // The number is free again once its owner is closed, and the phone of the former owner is locked out at once.
  await changeEmployee(administrator, iryna, { isActive: false });
  const oksana = await hire(administrator, { fullName: 'Оксана Мельник', sipExtension: '718', email: 'o@firm.test' });
  await registerPhones(sipp, { server: product.sip, accounts: [oksana.phone], seconds: 60 });
  const former = registerPhones(sipp, { server: product.sip, accounts: [iryna.phone], seconds: 60 });
  await expect(former).rejects.toThrow('the PBX did not register 718');
});

test('saving a SIP number makes the phone known to the PBX at once', async () => {
  const { administrator, product, sipp } = stage();
  const { phone } = await hire(administrator, { fullName: 'Тарас Шевчук', sipExtension: '719' });

  await expect(registerPhones(sipp, { server: product.sip, accounts: [phone], seconds: 60 })).resolves.toBeTypeOf(
    'number',
  );
});
