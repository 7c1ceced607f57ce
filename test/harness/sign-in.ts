import type { Product } from './product.ts';

export interface Account {
  readonly email: string;
  readonly password: string;
}

/** The product over HTTP as one signed-in person. Paths begin with `/api`. Answers have the types of the slices' contracts. */
export interface Session {
  readonly cookie: string;
  get<Answer>(path: string): Promise<Answer>;
  send<Answer>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<Answer>;
}

/** The server said no, or broke: the tests look at `status` and `body`. */
export class AnswerError extends Error {
  override readonly name = 'AnswerError';
  readonly status: number;
  readonly body: unknown;
  constructor(request: string, status: number, body: unknown) {
    super(`${request} answered ${status}: ${JSON.stringify(body)}`);
    [this.status, this.body] = [status, body];
  }
}

/** Signs in by the same request as the sign-in page. */
export async function signIn({ url }: Pick<Product, 'url'>, account: Account): Promise<Session> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(account),
  });
  if (!answer.ok) throw new AnswerError(`sign-in of ${account.email}`, answer.status, await answer.text());
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return sessionOf(url, cookie);
}

function sessionOf(url: string, cookie: string): Session {
  const request = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { cookie, origin: url, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    const parsed = text === '' ? undefined : JSON.parse(text);
    if (!answer.ok) throw new AnswerError(`${method} ${path}`, answer.status, parsed);
    return parsed;
  };
  return { cookie, get: (path) => request('GET', path), send: request };
}
