import { WordedError } from '../worded.ts';

export type ConnectionFailureCode = 'wrong_password' | 'pbx_absent' | 'not_ari' | 'too_old' | 'connection_failed';

/** Words what stands between us and Asterisk: the status of its HTTP answer, or the error of the socket. */
export function connectionFailure(
  url: string,
  seen: { status: number } | { error: unknown },
): WordedError<ConnectionFailureCode> {
  if ('status' in seen) return refusedBy(url, seen.status);
  const said = reasonOf(seen.error);
  if (/ECONNREFUSED|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EAI_AGAIN|timeout|timed out/i.test(said)) {
    return new WordedError('pbx_absent', {
      uk: `Asterisk не відповідає за адресою ${url} (${said}). Перевірте, чи його запущено, чи ввімкнено http.conf, і змінну ARI_URL.`,
      en: `Asterisk does not answer at ${url} (${said}). Check that it runs, that http.conf is enabled, and the variable ARI_URL.`,
    });
  }
  return new WordedError('connection_failed', {
    uk: `З’єднання з Asterisk за адресою ${url} не вдалося: ${said}.`,
    en: `The connection to Asterisk at ${url} failed: ${said}.`,
  });
}

function refusedBy(url: string, status: number): WordedError<ConnectionFailureCode> {
  if (status === 401 || status === 403) {
    return new WordedError('wrong_password', {
      uk: `Asterisk за адресою ${url} не приймає ім’я або пароль. Звірте ARI_USER і ARI_PASSWORD з файлом ari.conf.`,
      en: `Asterisk at ${url} does not accept the user or the password. Compare ARI_USER and ARI_PASSWORD with its ari.conf.`,
    });
  }
  return new WordedError('not_ari', {
    uk: `За адресою ${url} відповідає щось інше, ніж ARI Asterisk (HTTP ${status}). Перевірте ARI_URL, а в Asterisk — чи ввімкнено ari.conf і модуль res_ari.`,
    en: `What answers at ${url} is not Asterisk's ARI (HTTP ${status}). Check ARI_URL, and in Asterisk that ari.conf is enabled and res_ari is loaded.`,
  });
}

export function tooOld(url: string, version: string): WordedError<ConnectionFailureCode> {
  return new WordedError('too_old', {
    uk: `Asterisk ${version} за адресою ${url} застарий: потрібна версія 16 або новіша.`,
    en: `Asterisk ${version} at ${url} is too old: version 16 or newer is needed.`,
  });
}

/** `fetch` hides the reason in the cause, which may be several errors, one per address tried. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message || error.name : reasonOf(error.cause);
}
