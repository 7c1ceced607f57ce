import { z } from 'zod';
import { transportFor } from './choose-transport.ts';
import { connectionFailure } from './connection-failure.ts';
import { type AriAddress, authorizationOf } from './transport.ts';

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

const asteriskInfo = z.object({ system: z.object({ version: z.string() }) });
const pong = z.object({ timestamp: z.string() });
const endpointList = z.array(
  z.object({ resource: z.string(), state: z.enum(['online', 'offline', 'unknown']).catch('unknown') }),
);

/** Asks over plain HTTP, so that it disturbs no connection. Rejects with a `WordedError` that says what is wrong. */
export async function inspectPbx(address: Omit<AriAddress, 'application'>): Promise<PbxInspection> {
  const startedAt = performance.now();
  const { system } = await read(address, { resource: 'asterisk/info', shape: asteriskInfo });
  const answerMs = performance.now() - startedAt;
  const pinged = await read(address, { resource: 'asterisk/ping', shape: pong });
  const clockAheadMs = Date.parse(pinged.timestamp) - Date.now();
  const endpoints = await read(address, { resource: 'endpoints/PJSIP', shape: endpointList });
  return {
    version: system.version,
    transport: transportFor(system.version),
    answerMs,
    clockAheadMs: Number.isFinite(clockAheadMs) ? clockAheadMs : null,
    endpoints: endpoints.map(({ resource, state }) => ({ endpoint: resource, state })),
  };
}

interface Wanted<Shape extends z.ZodType> {
  readonly resource: string;
  readonly shape: Shape;
}

async function read<Shape extends z.ZodType>(
  { url, ...account }: Omit<AriAddress, 'application'>,
  { resource, shape }: Wanted<Shape>,
): Promise<z.output<Shape>> {
  const headers = { authorization: authorizationOf(account), connection: 'close' };
  let answer: Response;
  try {
    answer = await fetch(`${url}/ari/${resource}`, { headers, signal: AbortSignal.timeout(5_000) });
  } catch (error) {
    throw connectionFailure(url, { error });
  }
  const parsed = shape.safeParse(answer.ok ? await answer.json().catch(() => null) : null);
  if (!parsed.success) throw connectionFailure(url, { status: answer.status });
  return parsed.data;
}
