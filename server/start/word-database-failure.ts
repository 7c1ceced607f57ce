import { type Worded, WordedError } from '../../telephony/worded.ts';

type DatabaseFailureCode =
  | 'database_unreachable'
  | 'database_refuses_sign_in'
  | 'database_missing'
  | 'database_too_old'
  | 'database_wrong_encoding';

/** By the code of the system, of the driver or of PostgreSQL; what is between the lines is the server's address. */
const words: Readonly<Record<string, readonly [DatabaseFailureCode, (where: string) => Worded]>> = {
  ECONNREFUSED: ['database_unreachable', unreachable],
  ECONNRESET: ['database_unreachable', unreachable],
  EHOSTUNREACH: ['database_unreachable', unreachable],
  ETIMEDOUT: ['database_unreachable', unreachable],
  ENOENT: ['database_unreachable', unreachable],
  CONNECT_TIMEOUT: ['database_unreachable', unreachable],
  CONNECTION_CLOSED: ['database_unreachable', unreachable],
  ENOTFOUND: ['database_unreachable', unknownHost],
  EAI_AGAIN: ['database_unreachable', unknownHost],
  '28P01': ['database_refuses_sign_in', refusesSignIn],
  '28000': ['database_refuses_sign_in', refusesSignIn],
  '3D000': ['database_missing', missing],
};

/** Words why the database of `DATABASE_URL` cannot be used; anything not foreseen is given back as it is. */
export function databaseFailure(url: string, cause: unknown): unknown {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const [failureCode, word] = words[code] ?? [];
  if (failureCode === undefined || word === undefined) return cause;
  return new WordedError(failureCode, word(withoutPassword(url)), { cause });
}

export function databaseTooOld(version: number): WordedError<DatabaseFailureCode> {
  const major = Math.floor(version / 10_000);
  return new WordedError('database_too_old', {
    uk: `PostgreSQL ${major} застарий: потрібен 15 або новіший. Оновіть його, або приберіть DATABASE_URL, щоб узяти вбудований.`,
    en: `PostgreSQL ${major} is too old: 15 or newer is needed. Upgrade it, or unset DATABASE_URL to use the embedded one.`,
  });
}

export function databaseWrongEncoding(encoding: string): WordedError<DatabaseFailureCode> {
  return new WordedError('database_wrong_encoding', {
    uk: `База має кодування ${encoding}, потрібне UTF8. Створіть нову: create database dzvin encoding 'UTF8' template template0.`,
    en: `The database has the encoding ${encoding}, UTF8 is needed. Make a new one: create database dzvin encoding 'UTF8' template template0.`,
  });
}

function unreachable(where: string): Worded {
  return {
    uk: `PostgreSQL не відповідає за адресою ${where}. Запустіть його, перевірте адресу в DATABASE_URL, або приберіть цю змінну, щоб узяти вбудований.`,
    en: `PostgreSQL does not answer at ${where}. Start it, check the address in DATABASE_URL, or unset that variable to use the embedded one.`,
  };
}

function unknownHost(where: string): Worded {
  return {
    uk: `Сервер з адреси ${where} невідомий: перевірте його імʼя в DATABASE_URL і налаштування DNS.`,
    en: `The server of the address ${where} is unknown: check its name in DATABASE_URL, and the DNS settings.`,
  };
}

function refusesSignIn(where: string): Worded {
  return {
    uk: `PostgreSQL за адресою ${where} не приймає імʼя або пароль: виправте їх у DATABASE_URL або дозвольте вхід у pg_hba.conf.`,
    en: `PostgreSQL at ${where} does not accept the name or the password: correct them in DATABASE_URL, or allow the sign-in in pg_hba.conf.`,
  };
}

function missing(where: string): Worded {
  return {
    uk: `За адресою ${where} такої бази немає: створіть її командою create database або виправте назву в DATABASE_URL.`,
    en: `There is no such database at ${where}: make it with create database, or correct the name in DATABASE_URL.`,
  };
}

function withoutPassword(url: string): string {
  const parsed = new URL(url);
  parsed.password = '';
  return parsed.href;
}
