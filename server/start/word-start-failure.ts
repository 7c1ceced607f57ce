import { ConfigError } from '../../config/load-config.ts';
import { type Worded, WordedError } from '../../telephony/worded.ts';
import { EmbeddedPostgresError } from '../platform/embedded-postgres.ts';
import { MigrationError } from '../platform/migrate.ts';
import { SecretKeyError } from '../platform/secrets.ts';

export interface StartFailure {
  readonly words: Worded;
  /** 2: the configuration has to be changed; 1: anything else. */
  readonly exitCode: 1 | 2;
}

/** What the person at the terminal reads when a start fails. What nobody foresaw is shown with its stack. */
export function wordStartFailure(error: unknown): StartFailure {
  if (error instanceof ConfigError) return { words: wordMistakes(error), exitCode: 2 };
  if (error instanceof WordedError) return { words: error, exitCode: 1 };
  if (error instanceof MigrationError) return { words: wordMigration(error), exitCode: 1 };
  if (error instanceof EmbeddedPostgresError) return { words: wordPostgres(error), exitCode: 1 };
  if (error instanceof SecretKeyError) return { words: wordKey(error), exitCode: 1 };
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    words: {
      uk: `Дзвін не запустився через непередбачену помилку:\n${stack}`,
      en: `Dzvin did not start, for a reason nobody foresaw:\n${stack}`,
    },
    exitCode: 1,
  };
}

function wordMistakes({ mistakes }: ConfigError): Worded {
  const list = (language: 'uk' | 'en') => mistakes.map((mistake) => `  • ${mistake[language]}`).join('\n');
  return {
    uk: `Конфігурацію треба виправити (усі змінні описано в config/example.env):\n${list('uk')}`,
    en: `The configuration has to be corrected (config/example.env describes all variables):\n${list('en')}`,
  };
}

function wordMigration({ message }: MigrationError): Worded {
  return { uk: `Базу даних не вдалося оновити: ${message}`, en: `The database could not be upgraded: ${message}` };
}

function wordPostgres({ message }: EmbeddedPostgresError): Worded {
  return {
    uk: `Вбудований PostgreSQL не працює: ${message}\nЗамість нього можна взяти власний сервер: змінна DATABASE_URL.`,
    en: `The embedded PostgreSQL does not work: ${message}\nA server of yours can take its place: the variable DATABASE_URL.`,
  };
}

function wordKey({ message }: SecretKeyError): Worded {
  return {
    uk: `Ключ для збережених паролів не читається: ${message}`,
    en: `The key of the stored passwords cannot be read: ${message}`,
  };
}
