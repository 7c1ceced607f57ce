import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { WordedError } from '../worded.ts';
import { loopback } from './templates/asterisk-setup.ts';

/** Throws a `WordedError` that names the port and the variable that changes it, when something else listens there. */
export async function checkPorts({ sipPort, ariPort }: { sipPort: number; ariPort: number }): Promise<void> {
  await Promise.all([
    refuseWhenTaken('SIP_PORT', sipPort, bindUdp),
    refuseWhenTaken('SIP_PORT', sipPort, bindTcp),
    refuseWhenTaken('ARI_PORT', ariPort, bindTcp),
  ]);
}

async function refuseWhenTaken(variable: 'SIP_PORT' | 'ARI_PORT', port: number, bind: (port: number) => Promise<void>) {
  try {
    await bind(port);
  } catch (cause) {
    throw new WordedError(
      'port_in_use',
      {
        uk: `Порт ${port} на ${loopback} зайнятий іншою програмою. Зупиніть її або вкажіть інший порт змінною ${variable}.`,
        en: `Port ${port} on ${loopback} is used by another program. Stop it, or choose another port with the variable ${variable}.`,
      },
      { cause },
    );
  }
}

async function bindTcp(port: number) {
  const server = createServer().listen(port, loopback);
  await once(server, 'listening');
  server.close();
  await once(server, 'close');
}

async function bindUdp(port: number) {
  const socket = createSocket('udp4');
  socket.bind(port, loopback);
  try {
    await once(socket, 'listening');
  } finally {
    socket.close();
  }
}
