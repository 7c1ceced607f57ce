import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, expect, test } from 'vitest';
import { missingForMail } from '../people/missing-for-mail.ts';
import { checkMailServer } from './check-mail-server.ts';
import type { Letter, MailServerSettings } from './contract.ts';
import { sendMail } from './send-mail.ts';
import { whichFailure } from './which-failure.ts';
import { whyNotSend } from './why-not-send.ts';
import { whyNotWrite } from './why-not-write.ts';

const letters: { from: unknown; to: unknown[]; raw: string }[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  allowInsecureAuth: true,
  onAuth: ({ username, password }, _session, done) =>
    password === 'right-password' ? done(null, { user: username }) : done(new Error('Неправильний пароль')),
  onRcptTo: ({ address }, _session, done) =>
    address.startsWith('nobody') ? done(Object.assign(new Error('no such mailbox'), { responseCode: 550 })) : done(),
  onData: (stream, { envelope }, done) => {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      letters.push({ from: envelope.mailFrom, to: envelope.rcptTo, raw: Buffer.concat(parts).toString() });
      done(null, 'taken as 42');
    });
  },
});
server.on('error', () => {});
const listening = server.listen(0, '127.0.0.1');
await once(listening, 'listening');
afterAll(() => new Promise<void>((done) => server.close(done)));

const { port } = listening.address() as AddressInfo;
const good: MailServerSettings = {
  host: '127.0.0.1',
  port,
  protection: 'none',
  login: 'box',
  password: 'right-password',
};
const letter: Letter = {
  from: { name: 'Дзвін', address: 'box@firm.test' },
  to: [{ name: 'Ірина', address: 'iryna@client.test' }],
  subject: 'Рахунок № 7',
  text: 'Доброго дня',
};

test('a letter goes out and the answer is the server’s own', async () => {
  const sent = await sendMail(good, { ...letter, inReplyTo: '<a@b>', isAutomatic: true });
  expect(sent).toMatchObject({
    accepted: ['iryna@client.test'],
    rejected: [],
    answer: expect.stringContaining('taken as 42'),
  });
  expect(letters.at(-1)?.raw).toMatch(/^In-Reply-To: <a@b>\r$/m);
  expect(letters.at(-1)?.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
});

test('a refused addressee is told in the server’s words and for ever', async () => {
  const sending = sendMail(good, { ...letter, to: [{ name: '', address: 'nobody@client.test' }] });
  await expect(sending).rejects.toMatchObject({
    because: 'address_refused',
    isPermanent: true,
    answer: /no such mailbox/,
  });
});

test.each([
  ['a line break in the subject', { subject: 'x\r\nBcc: thief@x.test' }, 'subject'],
  ['another addressee in an address', { to: [{ name: '', address: 'a@b.test, c@d.test' }] }, 'to'],
  ['a line break in a name', { from: { name: 'x\nBcc: y', address: 'a@b.test' } }, 'from'],
  ['a header in a message id', { inReplyTo: '<a@b>\r\nBcc: c@d' }, 'inReplyTo'],
  ['nobody to send to', { to: [] }, 'to'],
])('%s is refused', async (_what, bad, field) => {
  expect(whyNotWrite({ ...letter, ...bad })?.field).toBe(field);
  await expect(sendMail(good, { ...letter, ...bad })).rejects.toThrow(RangeError);
});

test('«Перевірити» signs in and tells what the server said (R-027)', async () => {
  expect(await checkMailServer({ sending: good, receiving: null })).toMatchObject({
    sending: { isGood: true, answer: /^235/ },
    receiving: null,
  });
  const wrong = await checkMailServer({ sending: { ...good, password: 'wrong' }, receiving: null });
  expect(wrong.sending).toMatchObject({ isGood: false, because: 'login_refused', answer: /Неправильний пароль/ });
  const unprotected = await checkMailServer({ sending: { ...good, protection: 'starttls' }, receiving: null });
  expect(unprotected.sending).toMatchObject({ isGood: false, because: 'tls_failed' });
  const nobody = await checkMailServer({ sending: { ...good, port: 1 }, receiving: { ...good, port: 1 } });
  expect(nobody).toMatchObject({ sending: { because: 'unreachable' }, receiving: { because: 'unreachable' } });
});

test('the IMAP server’s refusal comes in its own words', async () => {
  const imap = createServer((socket: Socket) => {
    socket.write('* OK [CAPABILITY IMAP4rev1] ready\r\n');
    socket.on('data', (said) => {
      const [tag = '', command = ''] = said.toString().split(' ');
      const isLogin = /^(LOGIN|AUTHENTICATE)/i.test(command);
      socket.write(isLogin ? `${tag} NO [AUTHENTICATIONFAILED] Пароль не той\r\n` : `${tag} OK done\r\n`);
    });
    socket.on('error', () => {});
  });
  imap.listen(0, '127.0.0.1');
  await once(imap, 'listening');
  const { port: imapPort } = imap.address() as AddressInfo;
  const { receiving } = await checkMailServer({ sending: null, receiving: { ...good, port: imapPort } });
  expect(receiving).toMatchObject({ isGood: false, because: 'login_refused', answer: /Пароль не той/ });
  imap.close();
});

test.each([
  [
    'both missing are named together',
    { email: '', hasMailboxPassword: false },
    { missing: 'both', mend: 'employee_card' },
  ],
  ['the address alone', { email: '' }, { missing: 'email', mend: 'employee_card' }],
  ['the password alone', { hasMailboxPassword: false }, { missing: 'mailbox_password', mend: 'employee_card' }],
  ['the server of the firm', { hasMailServer: false }, { missing: 'mail_server', mend: 'enterprise_mailing' }],
  ['nothing missing', {}, null],
])('%s (R-034)', (_rule, facts, obstacle) => {
  const full = { email: 'a@b.test', hasMailboxPassword: true, hasMailServer: true };
  expect(whyNotSend(missingForMail({ ...full, ...facts }))).toEqual(obstacle);
});

test.each([
  [{ code: 'EDNS', message: 'getaddrinfo ENOTFOUND mail' }, 'host_not_found', false],
  [{ code: 'ESOCKET', message: 'self-signed certificate' }, 'tls_failed', true],
  [{ code: 'EAUTH', response: '535 5.7.8 bad', responseCode: 535 }, 'login_refused', true],
  [{ code: 'EENVELOPE', response: '451 later', responseCode: 451 }, 'address_refused', false],
  [{ code: 'EMESSAGE', response: '552 too big', responseCode: 552 }, 'server_refused', true],
  [{ authenticationFailed: true, responseText: 'no' }, 'login_refused', true],
])('%j is %s', (trouble, because, isPermanent) => {
  expect(whichFailure(trouble)).toMatchObject({ because, isPermanent });
});
