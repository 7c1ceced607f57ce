import type { z } from 'zod';
import { connectionFailure } from './connection-failure.ts';
import { type AriAddress, authorizationOf } from './transport.ts';

export type HttpAddress = Omit<AriAddress, 'application'>;

/**
 * Reads one resource over plain HTTP, which joins no application and disturbs no connection. Rejects within 5 s with a
 * `WordedError` that says what is wrong, also when something other than ARI answers.
 */
export async function readOverHttp<Shape extends z.ZodType>(
  address: HttpAddress,
  resource: string,
  shape: Shape,
): Promise<z.output<Shape>> {
  const answer = await ask(address, resource);
  const parsed = shape.safeParse(answer.ok ? await answer.json().catch(() => null) : null);
  if (!answer.ok || !parsed.success) throw connectionFailure(address.url, { status: answer.status });
  return parsed.data;
}

async function ask({ url, ...account }: HttpAddress, resource: string): Promise<Response> {
  const headers = { authorization: authorizationOf(account), connection: 'close' };
  try {
    return await fetch(`${url}/ari/${resource}`, { headers, signal: AbortSignal.timeout(5_000) });
  } catch (error) {
    throw connectionFailure(url, { error });
  }
}
