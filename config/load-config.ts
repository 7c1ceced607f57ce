import { join, resolve } from 'node:path';
import type { z } from 'zod';
import { findContradictions } from './find-contradictions.ts';
import { expected, secretVariables, type VariableName, type Variables, variableNames, variables } from './variables.ts';

/** What the process needs to start. Nothing here is changed while it runs; what people change is in Settings. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** What people type into the browser, without a slash at the end. */
  readonly publicUrl: string;
  /** Absolute. */
  readonly dataDir: string;
  /** Null: the embedded PostgreSQL, kept in the data folder. */
  readonly databaseUrl: string | null;
  /** Null: the key file in the data folder. */
  readonly secretKey: string | null;
  readonly isDemoWanted: boolean;
  /** Who opens an empty installation without the demonstration; null: not named. */
  readonly firstAdministrator: { readonly email: string; readonly password: string } | null;
  readonly logLevel: Variables['LOG_LEVEL'];
  /** Null: standard output. */
  readonly logFile: string | null;
  readonly pbx: PrivatePbx | OwnPbx;
  /** Folders and names of machines that calls may be loaded from (D-17). */
  readonly cdrPlaces: readonly string[];
}

/** An Asterisk of ours, started and stopped with the product, on loopback. */
export interface PrivatePbx {
  readonly kind: 'private';
  readonly sipPort: number;
  readonly ariPort: number;
  readonly rtpStart: number;
  readonly rtpEnd: number;
}

/** The firm's Asterisk. */
export interface OwnPbx {
  readonly kind: 'own';
  readonly ariUrl: string;
  readonly ariUser: string;
  readonly ariPassword: string;
  /** Where phones register: on the host of `ariUrl`. */
  readonly sipPort: number;
}

export interface ConfigMistake {
  readonly variable: VariableName;
  /** What is wrong and the mend, a whole sentence. */
  readonly uk: string;
  readonly en: string;
}

/** The environment does not make a configuration. All mistakes at once; the edge prints them and ends with code 2. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly mistakes: readonly ConfigMistake[];

  constructor(mistakes: readonly ConfigMistake[]) {
    super(mistakes.map(({ en }) => en).join('\n'));
    this.mistakes = mistakes;
  }
}

/**
 * Reads the variables of `example.env`; one that is set to nothing counts as not set. Other variables are not looked at.
 *
 * @throws ConfigError
 */
export function loadConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const set = textsOf(environment);
  const parsed = variables.safeParse(set);
  const wrong = parsed.success ? [] : namesIn(parsed.error);
  const contradictions = findContradictions(parsed.data ?? valuesWithout(wrong, set), (name) => name in set);
  const mistakes = [...wrong.map((name) => mistakeIn(name, set[name] ?? '')), ...contradictions];
  if (!parsed.success || mistakes.length > 0) throw new ConfigError(mistakes);
  return Object.freeze(toConfig(parsed.data));
}

type Texts = Readonly<Partial<Record<VariableName, string>>>;

function textsOf(environment: Readonly<Record<string, string | undefined>>): Texts {
  const pairs = variableNames.map((name) => [name, environment[name]?.trim()] as const);
  return Object.fromEntries(pairs.filter(([, text]) => text !== undefined && text !== ''));
}

function namesIn(error: z.ZodError): readonly VariableName[] {
  const names = new Set(error.issues.map((issue) => issue.path[0]));
  return variableNames.filter((name) => names.has(name));
}

/** So that what contradicts is told together with what is wrong in itself. */
function valuesWithout(wrong: readonly VariableName[], set: Texts): Partial<Variables> {
  const isRight = ([name]: [string, unknown]) => !wrong.some((other) => other === name);
  const values = variables.parse(Object.fromEntries(Object.entries(set).filter(isRight)));
  return Object.fromEntries(Object.entries(values).filter(isRight));
}

function mistakeIn(variable: VariableName, value: string): ConfigMistake {
  const { uk, en } = expected[variable];
  if (secretVariables.has(variable)) {
    return {
      variable,
      uk: `${variable} не підходить: має бути ${uk}.`,
      en: `${variable} does not fit: it must be ${en}.`,
    };
  }
  return {
    variable,
    uk: `${variable}=${value} не підходить: має бути ${uk}.`,
    en: `${variable}=${value} does not fit: it must be ${en}.`,
  };
}

function toConfig(v: Variables): Config {
  const dataDir = resolve(v.DATA_DIR);
  return {
    host: v.HOST,
    port: v.PORT,
    publicUrl: v.PUBLIC_URL ?? localUrl(v.HOST, v.PORT),
    dataDir,
    databaseUrl: v.DATABASE_URL ?? null,
    secretKey: v.DZVIN_KEY ?? null,
    isDemoWanted: v.DEMO,
    firstAdministrator: toFirstAdministrator(v),
    logLevel: v.LOG_LEVEL,
    logFile: v.LOG_FILE === '-' ? null : resolve(v.LOG_FILE ?? join(dataDir, 'dzvin.log')),
    pbx: Object.freeze(toPbx(v)),
    cdrPlaces: v.CDR_PLACES,
  };
}

function toFirstAdministrator({ DZVIN_ADMIN_EMAIL: email, DZVIN_ADMIN_PASSWORD: password }: Variables) {
  return email === undefined || password === undefined ? null : { email, password };
}

function toPbx(v: Variables): Config['pbx'] {
  const { ARI_URL: ariUrl, ARI_USER: ariUser, ARI_PASSWORD: ariPassword, SIP_PORT: sipPort } = v;
  if (ariUrl !== undefined && ariUser !== undefined && ariPassword !== undefined) {
    return { kind: 'own', ariUrl, ariUser, ariPassword, sipPort };
  }
  return { kind: 'private', sipPort, ariPort: v.ARI_PORT, rtpStart: v.RTP_START, rtpEnd: v.RTP_END };
}

/** A server that listens everywhere is reached here by the loopback address. */
function localUrl(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
