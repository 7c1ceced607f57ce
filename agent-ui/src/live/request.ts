import type { RefusalView } from '../../../server/access/contract.ts';

/** The server said no, by a rule. The console words it by `code`; `field` is the form field to put right. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly status: number;
  readonly code: string;
  readonly field: string | undefined;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(status: number, refusal: RefusalView) {
    super(`${status} ${refusal.code}`);
    this.status = status;
    this.code = refusal.code;
    this.field = refusal.field;
    this.details = refusal.details ?? {};
  }
}

/** No answer at all: the network or the server is away. Trying again is safe for reads. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

type Query = Readonly<Record<string, string | number | undefined>>;
interface Asked {
  readonly query?: Query;
  readonly body?: unknown;
  /** Let the request outlive the page: for the last words of a note. At most 64 KB. */
  readonly keepalive?: boolean;
  readonly signal?: AbortSignal;
}
type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

function address(path: string, query: Query = {}) {
  const filled = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  const text = new URLSearchParams(filled).toString();
  return text ? `${path}?${text}` : path;
}

async function refusalIn(response: Response): Promise<RefusalView> {
  const unworded = { code: response.status >= 500 ? 'server_fault' : `http_${response.status}`, details: {} };
  const body: unknown = await response.json().catch(() => null);
  const hasCode = typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string';
  return hasCode ? (body as RefusalView) : unworded;
}

/**
 * One request to the server. The answer has the type the contract promises for this route; an empty answer is undefined.
 *
 * @throws RefusedError a rule said no, or the server failed (`server_fault`)
 * @throws UnreachableError no answer came
 */
export async function request<Answer>(method: Method, path: string, asked: Asked = {}): Promise<Answer> {
  const response = await fetch(address(path, asked.query), {
    method,
    credentials: 'same-origin',
    ...(asked.body === undefined
      ? {}
      : { body: JSON.stringify(asked.body), headers: { 'content-type': 'application/json' } }),
    ...(asked.keepalive ? { keepalive: true } : {}),
    ...(asked.signal ? { signal: asked.signal } : {}),
  }).catch((cause: unknown) => {
    throw new UnreachableError(`${method} ${path}`, { cause });
  });
  if (!response.ok) throw new RefusedError(response.status, await refusalIn(response));
  if (response.status === 204) return undefined as Answer;
  return (await response.json()) as Answer;
}
