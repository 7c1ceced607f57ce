/**
 * `npm run call`: a real SIP call to the running product, from the demonstration trunk's address, for somebody without a
 * phone. `--answer` is the called person's desk phone too: its secret is read from the product's own database with the
 * product's own key, so it works only for who may read the data folder.
 */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Config, loadConfig } from '../../config/load-config.ts';
import { openDatabase } from '../../server/platform/database.ts';
import { openSecrets, readOrCreateKey } from '../../server/platform/secrets.ts';
import { loadEnvFile } from '../../server/start/load-env-file.ts';
import { showStep } from '../../server/start/show-step.ts';
import { findDatabaseUrl } from '../../server/start/start-database.ts';
import { openTerminal } from '../../server/start/terminal.ts';
import { wordStartFailure } from '../../server/start/word-start-failure.ts';
import { installSipp, type PrivateProgram } from '../../telephony/asterisk/index.ts';
import { WordedError } from '../../telephony/worded.ts';
import { type Phones, placeCalls, startPhones } from '../harness/sipp.ts';
import { choosePhones } from './choose-phones.ts';
import { type CallArguments, parseCallArguments } from './parse-call-arguments.ts';
import { type PhoneOwner, selectPhoneOwners } from './queries.ts';
import { type CallFacts, tellCall } from './tell-call.ts';

const RING_MS = 2_000;
const LOOK_EVERY_MS = 100;
/** After the talk: the far end's goodbye, and what SIPp still has to repeat. */
const TAIL_SECONDS = 15;

const terminal = openTerminal(process.env, process.stdout);

async function call(): Promise<boolean> {
  const wanted = parseCallArguments(process.argv.slice(2));
  loadEnvFile(fileURLToPath(new URL('../..', import.meta.url)));
  const config = loadConfig(process.env);
  const server = sipServerOf(config);
  const owners = await readPhoneOwners(config);
  const answering = wanted.isAnswered ? choosePhones(owners, wanted.as) : [];
  const sipp = await showStep(terminal, { uk: 'SIPp: встановлення', en: 'Installing SIPp' }, (progress) =>
    installSipp(progress),
  );
  const phones = answering.length > 0 ? await answerFor(answering, { config, sipp, wanted }) : null;
  try {
    const placed = await placeCalls(sipp, {
      calls: [{ from: wanted.from, dialled: wanted.to }],
      server,
      patienceMs: wanted.waitSeconds * 1000,
      // With a phone of ours the talk is ended there; a person in front of a console may take the whole time.
      stayMs: (wanted.waitSeconds + wanted.talkSeconds) * 1000,
      limitSeconds: wanted.waitSeconds + wanted.talkSeconds + TAIL_SECONDS,
    });
    const names = new Map(owners.map(({ extension, name }) => [extension, name]));
    const facts = () => ({ call: placed.records()[0], rings: phones?.rings() ?? [], names });
    await tellUntil(placed.done, facts);
    return judge(facts(), placed.errors(), wanted);
  } finally {
    await phones?.stop();
  }
}

function sipServerOf({ pbx }: Config): { host: string; port: number } {
  if (pbx.kind === 'private') return { host: '127.0.0.1', port: pbx.sipPort };
  throw new WordedError('not_ours', {
    uk: 'npm run call дзвонить лише через Asterisk, що йде з Дзвоном. На власну АТС (ARI_URL) подзвоніть звичайним телефоном.',
    en: 'npm run call works with the Asterisk that comes along only. Call your own PBX (ARI_URL) with an ordinary phone.',
  });
}

async function readPhoneOwners(config: Config): Promise<readonly PhoneOwner[]> {
  const url = await findDatabaseUrl(config);
  if (url === null || !(await isRunning(config))) {
    throw new WordedError('not_running', {
      uk: `Дзвін не працює з каталогом даних ${config.dataDir}. Запустіть його в іншому вікні: npm start.`,
      en: `Dzvin is not running with the data folder ${config.dataDir}. Start it in another window: npm start.`,
    });
  }
  const database = openDatabase(url, { maxConnections: 1, applicationName: 'dzvin call' });
  try {
    return await selectPhoneOwners(database);
  } finally {
    await database.end();
  }
}

async function isRunning({ host, port }: Config): Promise<boolean> {
  const here = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  try {
    const answer = await fetch(`http://${here.includes(':') ? `[${here}]` : here}:${port}/api/health`);
    return answer.ok;
  } catch {
    return false; // nobody listens there
  }
}

interface AnswerDeps {
  readonly config: Config;
  readonly sipp: PrivateProgram;
  readonly wanted: CallArguments;
}

async function answerFor(owners: readonly PhoneOwner[], { config, sipp, wanted }: AnswerDeps): Promise<Phones> {
  const secrets = openSecrets(config.secretKey ?? (await readOrCreateKey(join(config.dataDir, 'key'))));
  return startPhones(sipp, {
    habit: { answersAfterMs: RING_MS, talkMs: wanted.talkSeconds * 1000 },
    register: {
      server: sipServerOf(config),
      accounts: owners.map(({ extension, sipSecret }) => ({ user: extension, secret: secrets.decrypt(sipSecret) })),
    },
    limitSeconds: wanted.waitSeconds + wanted.talkSeconds + TAIL_SECONDS,
  });
}

/** Says each thing once, as it happens. */
async function tellUntil(done: Promise<unknown>, facts: () => CallFacts): Promise<void> {
  const told = new Set<string>();
  let isOver = false;
  const over = done.then(() => {
    isOver = true;
  });
  for (;;) {
    const isLast = isOver;
    const startedAt = facts().call?.invitedAt ?? 0;
    for (const { key, at, words } of tellCall(facts())) {
      if (told.has(key)) continue;
      told.add(key);
      const seconds = ((at - startedAt) / 1000).toFixed(1).padStart(6);
      terminal.say({ uk: `${seconds.replace('.', ',')} с  ${words.uk}`, en: `${seconds} s  ${words.en}` });
    }
    if (isLast) return;
    await Promise.race([over, pause(LOOK_EVERY_MS)]);
  }
}

/** Whether it went as asked: with `--answer` a phone of ours was answered, without it the call got through. */
function judge({ call: record, rings }: CallFacts, errors: string, { isAnswered }: CallArguments): boolean {
  const gotThrough = record !== undefined && record.result !== 'refused';
  const isGood = isAnswered ? rings.some((ring) => ring.answeredAt !== null) : gotThrough;
  if (!isGood && errors.trim() !== '') {
    terminal.say({ uk: `SIPp повідомив:\n${errors.trim()}`, en: `SIPp reported:\n${errors.trim()}` });
  }
  return isGood;
}

try {
  process.exitCode = (await call()) ? 0 : 1;
} catch (error) {
  const { words, exitCode } = wordStartFailure(error);
  terminal.say(words);
  process.exitCode = error instanceof WordedError && error.code === 'bad_arguments' ? 2 : exitCode;
}
