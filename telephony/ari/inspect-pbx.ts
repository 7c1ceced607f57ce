import { z } from 'zod';
import { asteriskInfo, transportFor } from './choose-transport.ts';
import { type HttpAddress, readOverHttp } from './read-over-http.ts';

/** What an administrator wants to know of a PBX, read without joining its application. */
export interface PbxInspection {
  readonly version: string;
  readonly transport: ReturnType<typeof transportFor>;
  /** How long it took to answer, ms. */
  readonly answerMs: number;
  /** How far its clock is ahead of ours, ms; null when it does not say. */
  readonly clockAheadMs: number | null;
  readonly endpoints: readonly { readonly endpoint: string; readonly state: 'online' | 'offline' | 'unknown' }[];
}

const pong = z.object({ timestamp: z.string() });
const endpointList = z.array(
  z.object({ resource: z.string(), state: z.enum(['online', 'offline', 'unknown']).catch('unknown') }),
);

/** Asks over plain HTTP, so that it disturbs no connection. Rejects with a `WordedError` that says what is wrong. */
export async function inspectPbx(address: HttpAddress): Promise<PbxInspection> {
  const startedAt = performance.now();
  const { system } = await readOverHttp(address, 'asterisk/info', asteriskInfo);
  const answerMs = performance.now() - startedAt;
  const pinged = await readOverHttp(address, 'asterisk/ping', pong);
  const clockAheadMs = Date.parse(pinged.timestamp) - Date.now();
  const endpoints = await readOverHttp(address, 'endpoints/PJSIP', endpointList);
  return {
    version: system.version,
    transport: transportFor(system.version),
    answerMs,
    clockAheadMs: Number.isFinite(clockAheadMs) ? clockAheadMs : null,
    endpoints: endpoints.map(({ resource, state }) => ({ endpoint: resource, state })),
  };
}
