import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';

export type Log = Logger;

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Wherever an object with such a key is logged, its value is not. */
const SECRET_KEYS = ['password', 'secret', 'token', 'authorization', 'cookie'];

/**
 * One JSON object per line, moments in ISO 8601. Parts of the program get children: `log.child({ part: 'mail' })`.
 * Errors go under `err`, so that the stack and the causes are kept.
 *
 * @param destination standard output unless told
 */
export function openLog(level: LogLevel, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    redact: { paths: SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[hidden]' },
  };
  return destination ? pino(options, destination) : pino(options);
}
