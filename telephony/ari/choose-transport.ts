import { z } from 'zod';
import { openAriClientTransport } from './ari-client-transport.ts';
import { tooOld } from './connection-failure.ts';
import { readOverHttp } from './read-over-http.ts';
import type { AriAddress, AriTransport, TransportEvents } from './transport.ts';
import { openWsTransport } from './ws-transport.ts';

export interface OpenedTransport {
  readonly transport: AriTransport;
  readonly version: string;
}

/** Opens the best connection this Asterisk offers. Rejects with a `WordedError` that says what is wrong with it. */
export async function openTransport(address: AriAddress, events: TransportEvents): Promise<OpenedTransport> {
  const version = await readVersion(address);
  const kind = transportFor(version);
  if (kind === 'too_old') throw tooOld(address.url, version);
  const open = kind === 'websocket' ? openWsTransport : openAriClientTransport;
  return { transport: await open(address, events), version };
}

/** From which release of each branch REST goes over the WebSocket; later branches have it from the start. */
const restOverWebSocketSince: Readonly<Record<number, number>> = { 20: 14, 21: 9, 22: 4 };
const oldestMajor = 16;
const newestListedMajor = 22;

/** A version that is not a number is a build from source of today. Certified releases are numbered after their branch. */
export function transportFor(version: string): 'websocket' | 'ari-client' | 'too_old' {
  const [, major, minor = '0'] = /^(?:certified[/-])?(\d+)(?:\.(\d+))?/.exec(version) ?? [];
  if (major === undefined || Number(major) > newestListedMajor) return 'websocket';
  if (Number(major) < oldestMajor) return 'too_old';
  const since = restOverWebSocketSince[Number(major)];
  return since !== undefined && Number(minor) >= since ? 'websocket' : 'ari-client';
}

/** Asterisk's description of itself, as far as anybody here asks. */
export const asteriskInfo = z.object({ system: z.object({ version: z.string() }) });

async function readVersion(address: AriAddress): Promise<string> {
  return (await readOverHttp(address, 'asterisk/info', asteriskInfo)).system.version;
}
