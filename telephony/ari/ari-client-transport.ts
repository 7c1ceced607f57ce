import type { AriAddress, AriTransport, TransportEvents } from './transport.ts';

export async function openAriClientTransport(_address: AriAddress, _events: TransportEvents): Promise<AriTransport> {
  throw new Error('not yet');
}
