import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { openTransport } from './choose-transport.ts';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  stops.push(() => server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

const open = (url: string) =>
  openTransport({ url, user: 'dzvin', password: 'x', application: 'dzvin' }, { event: () => {}, closed: () => {} });

const saying =
  (version: string): RequestListener =>
  (_request, response) =>
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ system: { version } }));

test('nothing listens there', async () => {
  await expect(open('http://127.0.0.1:18199')).rejects.toMatchObject({
    code: 'pbx_absent',
    en: expect.stringContaining('ARI_URL'),
  });
});

test('a web server that is not Asterisk answers', async () => {
  const notFound = await serve((_request, response) => response.writeHead(404).end());
  await expect(open(notFound)).rejects.toMatchObject({ code: 'not_ari' });
  const page = await serve((_request, response) => response.end('<html>'));
  await expect(open(page)).rejects.toMatchObject({ code: 'not_ari' });
});

test('the user or the password is wrong', async () => {
  const url = await serve((_request, response) => response.writeHead(401).end());
  await expect(open(url)).rejects.toMatchObject({
    code: 'wrong_password',
    uk: expect.stringContaining('ARI_PASSWORD'),
  });
});

test('Asterisk is too old', async () => {
  const url = await serve(saying('13.38.3'));
  await expect(open(url)).rejects.toMatchObject({ code: 'too_old', en: expect.stringContaining('13.38.3') });
});
