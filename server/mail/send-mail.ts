import { createTransport } from 'nodemailer';
import type { Letter, MailServerSettings, SentLetter } from './contract.ts';
import { MailError } from './mail-error.ts';
import { smtpOptions } from './smtp-options.ts';
import { whichFailure } from './which-failure.ts';
import { whyNotWrite } from './why-not-write.ts';

/**
 * Hands one letter to the server, over a connection of its own. Outside any transaction: it takes up to half a minute.
 *
 * @throws MailError with the server's own words; `isPermanent` says that trying again is of no use
 * @throws RangeError the letter would carry a header or an addressee of its own: check what people typed before
 */
export async function sendMail(server: MailServerSettings, letter: Letter): Promise<SentLetter> {
  const obstacle = whyNotWrite(letter);
  if (obstacle) throw new RangeError(`letter not written: ${obstacle.because} in ${obstacle.field}`);
  const transport = createTransport(smtpOptions(server));
  try {
    const { messageId, response, accepted, rejected } = await transport.sendMail(toMessage(letter));
    return { messageId, answer: response, accepted: accepted.map(addressOf), rejected: rejected.map(addressOf) };
  } catch (cause) {
    throw new MailError(whichFailure(Object(cause)), { cause });
  } finally {
    transport.close();
  }
}

function toMessage(letter: Letter) {
  const { from, to, cc = [], subject, text, html, messageId, inReplyTo, references = [], attachments = [] } = letter;
  return {
    from: { ...from },
    to: to.map((party) => ({ ...party })),
    ...(cc.length > 0 ? { cc: cc.map((party) => ({ ...party })) } : {}),
    subject,
    text,
    ...(html === undefined ? {} : { html }),
    ...(messageId === undefined ? {} : { messageId }),
    ...(inReplyTo === undefined ? {} : { inReplyTo }),
    ...(references.length > 0 ? { references: [...references] } : {}),
    headers: letter.isAutomatic ? { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' } : {},
    attachments: attachments.map(({ fileName, contentType, content }) => ({
      filename: fileName,
      contentType,
      content,
    })),
    // A letter's parts come from memory only, never from a path or an address in it.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

const addressOf = (party: string | { address: string }) => (typeof party === 'string' ? party : party.address);
