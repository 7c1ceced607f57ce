import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type InstalledAsterisk, type PrivateProgram, startAsterisk } from '../../telephony/asterisk/index.ts';
import { endWithUs } from '../harness/end-with-us.ts';
import { freeTcpPort } from '../harness/free-port.ts';
import { type Phones, phoneAddress, startPhones } from '../harness/sipp.ts';
import type { Peer } from './measure-calls.ts';

/** As many phones as the hot line of the same run has people. */
export const phoneCount = 200;
/** The phones of every peer: a ring a person could not beat, a short talk, so that the figures are of the telephony alone. */
export const phoneHabit = { answersAfterMs: 100, talkMs: 400 };

interface Rival {
  readonly name: string;
  readonly extension: string;
  readonly modules: readonly string[];
  readonly files: Readonly<Record<string, string>>;
}

/** The floor: one `Dial()` to a phone by chance. Nothing that decides can be faster. */
const dial: Rival = {
  name: 'dial',
  extension: `exten => 7001,1,Dial(PJSIP/a\${RAND(1,${phoneCount})},30)\n same => n,Hangup()\n`,
  modules: ['func_rand'],
  files: {},
};

/** Asterisk's own queue: callers hear ringing, members by turn. */
const queue: Rival = {
  name: 'app_queue',
  extension: 'exten => 7001,1,Queue(bench,r,,,60)\n same => n,Hangup()\n',
  modules: ['app_queue'],
  files: {
    'queues.conf': `[general]
persistentmembers = no
shared_lastcall = no

[bench]
strategy = rrmemory
ringinuse = no
timeout = 15
retry = 1
wrapuptime = 0
autofill = yes
joinempty = yes
leavewhenempty = no
announce-frequency = 0
${phones((name) => `member => PJSIP/${name}`)}
`,
  },
};

export const startDialPeer = (sipp: PrivateProgram, installed: InstalledAsterisk, rtp: number) =>
  startRival(dial, { sipp, installed, rtp });
export const startQueuePeer = (sipp: PrivateProgram, installed: InstalledAsterisk, rtp: number) =>
  startRival(queue, { sipp, installed, rtp });

interface RivalDeps {
  readonly sipp: PrivateProgram;
  readonly installed: InstalledAsterisk;
  /** First of a thousand ports. */
  readonly rtp: number;
}

/**
 * An Asterisk of its own per rival, of the same release and configuration as the product's: a queue's members cost every
 * call of the Asterisk they are on, whoever answers it.
 */
async function startRival(rival: Rival, { sipp, installed, rtp }: RivalDeps): Promise<Peer> {
  const home = mkdtempSync(join(tmpdir(), `dzvin-bench-${rival.name}-`));
  const [sipPort, ariPort] = await Promise.all([freeTcpPort(), freeTcpPort()]);
  const phonesOfAll = await startPhones(sipp, { habit: phoneHabit, limitSeconds: 3600 });
  const asterisk = await startAsterisk({
    ...{ installed, home, sipPort, ariPort, ariUser: 'bench', ariPassword: 'bench' },
    rtpPorts: { first: rtp, last: rtp + 999 },
    moreModules: rival.modules,
    additions: {
      ...rival.files,
      'pjsip.conf': endpoints(phonesOfAll),
      'extensions.conf': `[dzvin-trunk]\n${rival.extension}`,
    },
  });
  const endNow = () => {
    process.kill(asterisk.pid, 'SIGKILL');
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  const forget = endWithUs(endNow);
  return {
    name: rival.name,
    server: { host: '127.0.0.1', port: sipPort },
    dialled: '7001',
    phones: phonesOfAll,
    asteriskPid: asterisk.pid,
    appPid: null,
    stop: async () => {
      forget();
      await asterisk.stop();
      await phonesOfAll.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Phones that need not register: all of them are one SIPp. */
const endpoints = ({ port }: Phones) => `[bench-phone](!)
type = endpoint
context = dzvin-phone
transport = udp
disallow = all
allow = ulaw,alaw
direct_media = no
media_address = 127.0.0.1
bind_rtp_to_media_address = yes

${phones((name) => `[${name}](bench-phone)\naors = ${name}\n\n[${name}]\ntype = aor\ncontact = sip:${name}@${phoneAddress}:${port}\n`)}
`;

function phones(text: (name: string) => string): string {
  return Array.from({ length: phoneCount }, (_, index) => text(`a${index + 1}`)).join('\n');
}
