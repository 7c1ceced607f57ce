import { z } from 'zod';

const port = (unset: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.number().min(1).max(65_535))
    .default(unset);

/** Without a slash at the end, so that paths can be put behind it. */
const webAddress = z
  .url({ protocol: /^https?$/ })
  .regex(/^[^@]*$/)
  .transform((url) => url.replace(/\/+$/, ''));

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Every variable the product reads, as text of the environment. What each is for stands in `example.env`. */
export const variables = z.object({
  HOST: z.union([z.ipv4(), z.ipv6(), z.hostname()]).default('127.0.0.1'),
  PORT: port(8080),
  PUBLIC_URL: webAddress.optional(),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DZVIN_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i)
    .optional(),
  DEMO: z
    .enum(['0', '1'])
    .default('1')
    .transform((digit) => digit === '1'),
  DZVIN_ADMIN_EMAIL: z.email().optional(),
  DZVIN_ADMIN_PASSWORD: z.string().min(10).max(200).optional(),
  LOG_LEVEL: z.enum(logLevels).default('info'),
  LOG_FILE: z.string().optional(),
  ARI_URL: webAddress.optional(),
  ARI_USER: z.string().optional(),
  ARI_PASSWORD: z.string().optional(),
  SIP_PORT: port(5060),
  ARI_PORT: port(8088),
  RTP_START: port(20_000),
  RTP_END: port(20_999),
  CDR_PLACES: z
    .string()
    .default('/var/log/asterisk')
    .transform((text) =>
      text
        .split(',')
        .map((place) => place.trim())
        .filter((place) => place !== ''),
    ),
});

export type Variables = z.output<typeof variables>;
export type VariableName = keyof Variables;
export const variableNames = variables.keyof().options;

/** Never repeated in a message. */
export const secretVariables: ReadonlySet<VariableName> = new Set([
  'DATABASE_URL',
  'DZVIN_KEY',
  'DZVIN_ADMIN_PASSWORD',
  'ARI_PASSWORD',
]);

const portExpected = { uk: 'номер порту від 1 до 65535', en: 'a port number from 1 to 65535' };
const anyText = { uk: 'текст', en: 'text' };

/** What a variable has to be; shown when it is not. */
export const expected: Readonly<Record<VariableName, { readonly uk: string; readonly en: string }>> = {
  HOST: {
    uk: 'адреса або імʼя цієї машини, на якій слухати, наприклад 127.0.0.1 або 0.0.0.0',
    en: 'an address or name of this machine to listen on, for example 127.0.0.1 or 0.0.0.0',
  },
  PORT: portExpected,
  PUBLIC_URL: {
    uk: 'адреса http:// або https://, наприклад https://crm.example.com',
    en: 'an http:// or https:// address, for example https://crm.example.com',
  },
  DATA_DIR: anyText,
  DATABASE_URL: {
    uk: 'адреса PostgreSQL на зразок postgres://користувач:пароль@сервер:5432/база',
    en: 'a PostgreSQL address like postgres://user:password@server:5432/database',
  },
  DZVIN_KEY: {
    uk: '64 шістнадцяткові цифри, їх друкує openssl rand -hex 32',
    en: '64 hexadecimal digits; openssl rand -hex 32 prints them',
  },
  DZVIN_ADMIN_EMAIL: { uk: 'адреса електронної пошти', en: 'an e-mail address' },
  DZVIN_ADMIN_PASSWORD: { uk: 'пароль від 10 до 200 знаків', en: 'a password of 10 to 200 characters' },
  DEMO: { uk: '1 або 0', en: '1 or 0' },
  LOG_LEVEL: { uk: `одне з: ${logLevels.join(', ')}`, en: `one of ${logLevels.join(', ')}` },
  LOG_FILE: anyText,
  ARI_URL: {
    uk: 'адреса http:// або https:// без імені й пароля в ній, наприклад http://10.0.0.5:8088',
    en: 'an http:// or https:// address without a name and password in it, for example http://10.0.0.5:8088',
  },
  ARI_USER: anyText,
  ARI_PASSWORD: anyText,
  SIP_PORT: portExpected,
  ARI_PORT: portExpected,
  RTP_START: portExpected,
  RTP_END: portExpected,
  CDR_PLACES: {
    uk: 'теки та імена машин через кому, наприклад /var/log/asterisk,pbx.example.com',
    en: 'folders and names of machines with commas between, for example /var/log/asterisk,pbx.example.com',
  },
};
