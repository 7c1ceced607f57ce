import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { modulesFolder } from './private-program.ts';
import { asteriskConf, emptyFiles, indicationsConf, loggerConf, pjprojectConf } from './templates/asterisk-conf.ts';
import type { AsteriskSetup } from './templates/asterisk-setup.ts';
import { cdrConf, celConf } from './templates/cdr-conf.ts';
import { extensionsConf } from './templates/extensions-conf.ts';
import { ariConf, httpConf } from './templates/http-conf.ts';
import { modulesConf } from './templates/modules-conf.ts';
import { musiconholdConf } from './templates/musiconhold-conf.ts';
import { pjsipConf, sorceryConf } from './templates/pjsip-conf.ts';
import { rtpConf } from './templates/rtp-conf.ts';

/** What may be left out: it is found on the machine, or has a value that suits nearly everybody. */
type Optional = 'otherAddresses' | 'callRecords';
export type AsteriskConfig = Omit<AsteriskSetup, Optional> & Partial<Pick<AsteriskSetup, Optional>>;

/**
 * Asterisk's folder as it should be: what would be written, and whether that differs from what is there. What people
 * change there by hand does not last.
 */
export async function prepareConfig(config: AsteriskConfig) {
  const setup = { callRecords: true, otherAddresses: otherAddresses(), ...config };
  const files = configFiles(setup, await readdir(modulesFolder(setup.installed.root)));
  const pathOf = (name: string) => join(setup.home, 'etc', name);
  const differs = ([name, text]: [string, string]) =>
    !existsSync(pathOf(name)) || readFileSync(pathOf(name), 'utf8') !== text;
  return {
    configFile: pathOf('asterisk.conf'),
    isChanged: Object.entries(files).some(differs),
    write: () => writeFolder(setup.home, files),
  };
}

async function writeFolder(home: string, files: Readonly<Record<string, string>>) {
  const folders = ['etc', 'run', 'log/cdr-csv', 'spool/recording', 'spool/monitor', 'db/keys', 'cache'];
  await Promise.all(folders.map((folder) => mkdir(join(home, folder), { recursive: true })));
  // The password of ARI is among them.
  const write = ([name, text]: [string, string]) => writeFile(join(home, 'etc', name), text, { mode: 0o600 });
  await Promise.all(Object.entries(files).map(write));
}

/** Every configuration file by name. Pure. */
export function configFiles(setup: AsteriskSetup, availableModules: readonly string[]): Record<string, string> {
  const files: Record<string, string> = {
    ...Object.fromEntries(emptyFiles.map((name) => [`${name}.conf`, ''])),
    'asterisk.conf': asteriskConf(setup),
    'logger.conf': loggerConf(),
    'indications.conf': indicationsConf(),
    'pjproject.conf': pjprojectConf(),
    'modules.conf': modulesConf({ ...setup, available: availableModules }),
    'http.conf': httpConf(setup),
    'ari.conf': ariConf(setup),
    'rtp.conf': rtpConf(setup),
    'musiconhold.conf': musiconholdConf(setup),
    'cdr.conf': cdrConf(setup),
    'cel.conf': celConf(),
    'pjsip.conf': pjsipConf(setup),
    'sorcery.conf': sorceryConf(),
    'extensions.conf': extensionsConf(),
  };
  for (const [name, text] of Object.entries(setup.additions ?? {})) files[name] = `${files[name] ?? ''}\n${text}`;
  return files;
}

function otherAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address);
}
