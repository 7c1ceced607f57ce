import { ImapFlow } from 'imapflow';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { MailServersCheck, MailServersToCheck } from '../enterprises/contract.ts';
import type { MailCheck, MailServerSettings } from './contract.ts';
import { ANSWER_MS, CONNECT_MS, smtpOptions } from './smtp-options.ts';
import { whichFailure } from './which-failure.ts';

/**
 * Connects and signs in to both servers, sends and reads nothing. Never throws for what a server says: the
 * answer is in its own words. Takes half a minute at most.
 */
export async function checkMailServer({ sending, receiving }: MailServersToCheck): Promise<MailServersCheck> {
  const [sent, received] = await Promise.all([
    sending && checkSending(sending),
    receiving && checkReceiving(receiving),
  ]);
  return { sending: sent, receiving: received };
}

async function checkSending(server: MailServerSettings): Promise<MailCheck> {
  const connection = new SMTPConnection(smtpOptions(server));
  try {
    await new Promise<void>((done, failed) => {
      connection.on('error', failed);
      connection.connect(() => {
        if (server.login === '') return done();
        connection.login({ user: server.login, pass: server.password }, (error) => (error ? failed(error) : done()));
      });
    });
    return { isGood: true, answer: String(connection.lastServerResponse || '') };
  } catch (error) {
    return failed(error);
  } finally {
    connection.quit();
    connection.close();
  }
}

async function checkReceiving({ host, port, protection, login, password }: MailServerSettings): Promise<MailCheck> {
  const client = new ImapFlow({
    host,
    port,
    secure: protection === 'tls',
    ...(protection === 'tls' ? {} : { doSTARTTLS: protection === 'starttls' }),
    auth: { user: login, pass: password },
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: ANSWER_MS,
    logger: false,
  });
  // A connection that breaks after its answer tells so as an event; the promise below has told it already.
  client.on('error', () => {});
  try {
    await client.connect();
    const inbox = await client.status('INBOX', { messages: true });
    await client.logout();
    return { isGood: true, answer: `signed in as ${login}, INBOX: ${inbox ? (inbox.messages ?? 0) : 0}` };
  } catch (error) {
    return failed(error);
  } finally {
    client.close();
  }
}

function failed(error: unknown): MailCheck {
  const { because, answer } = whichFailure(Object(error));
  return { isGood: false, because, answer };
}
