import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { requireFreePort } from './require-free-port.ts';

test('a free port is accepted and stays free', async () => {
  const place = { host: '127.0.0.1', port: 18_201 };
  await requireFreePort(place);
  await requireFreePort(place);
});

test('a port in use is named with the variable that changes it', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const address = holder.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await expect(requireFreePort({ host: '127.0.0.1', port })).rejects.toMatchObject({
    code: 'port_in_use',
    en: expect.stringMatching(`Port ${port} on 127.0.0.1 .* variable PORT`),
  });
  holder.close();
});

test('an address of another machine is told', async () => {
  await expect(requireFreePort({ host: '192.0.2.1', port: 18_202 })).rejects.toMatchObject({ code: 'address_unknown' });
});
