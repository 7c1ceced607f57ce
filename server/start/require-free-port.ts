import { once } from 'node:events';
import { createServer } from 'node:net';
import { WordedError } from '../../telephony/worded.ts';
import { isErrno } from '../platform/running-process.ts';

interface Place {
  readonly host: string;
  readonly port: number;
}

/**
 * Looks whether the console could listen there, before anything else is started.
 *
 * @throws WordedError naming the variable to change
 */
export async function requireFreePort(place: Place): Promise<void> {
  const server = createServer();
  try {
    server.listen(place.port, place.host);
    await once(server, 'listening');
  } catch (cause) {
    throw listenFailure(place, cause);
  }
  server.close();
  await once(server, 'close');
}

/** Words why listening failed; anything not foreseen is given back as it is. */
export function listenFailure({ host, port }: Place, cause: unknown): unknown {
  if (isErrno(cause, 'EADDRINUSE')) {
    return new WordedError(
      'port_in_use',
      {
        uk: `Порт ${port} на ${host} зайнятий іншою програмою. Зупиніть її або вкажіть інший порт змінною PORT.`,
        en: `Port ${port} on ${host} is used by another program. Stop it, or choose another port with the variable PORT.`,
      },
      { cause },
    );
  }
  if (isErrno(cause, 'EACCES')) {
    return new WordedError(
      'port_forbidden',
      {
        uk: `Порт ${port} може відкрити лише root. Вкажіть порт від 1024 змінною PORT і поставте перед ним проксі.`,
        en: `Only root may open port ${port}. Choose one from 1024 with the variable PORT and put a proxy in front.`,
      },
      { cause },
    );
  }
  if (isErrno(cause, 'EADDRNOTAVAIL') || isErrno(cause, 'ENOTFOUND')) {
    return new WordedError(
      'address_unknown',
      {
        uk: `Ця машина не має адреси ${host}. Вкажіть одну з її адрес, або 0.0.0.0 для всіх, змінною HOST.`,
        en: `This machine has no address ${host}. Set the variable HOST to one of its addresses, or to 0.0.0.0 for all.`,
      },
      { cause },
    );
  }
  return cause;
}
