import { existsSync } from 'node:fs';
import { rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Progress } from '../worded.ts';
import { installDebianPackages } from './install-debian-packages.ts';
import { type PrivateProgram, privateProgram } from './private-program.ts';

/** The two Asterisk releases the product is tested with, and the Debian release each comes from. */
export type AsteriskVersion = '22' | '16';

const suiteOf = { '22': 'forky', '16': 'bullseye' } as const satisfies Record<AsteriskVersion, string>;

export interface InstalledAsterisk {
  readonly version: AsteriskVersion;
  /** The folder that stands for `/` in Debian's paths. */
  readonly root: string;
  readonly program: PrivateProgram;
}

/** About 25 s and 110 MB the first time, at once afterwards. Throws a `WordedError` that says what to mend. */
export async function installAsterisk(version: AsteriskVersion, progress?: Progress): Promise<InstalledAsterisk> {
  const order = {
    name: 'asterisk',
    suite: suiteOf[version],
    packages: ['asterisk', 'asterisk-core-sounds-en-wav', 'asterisk-moh-opsound-wav'],
    leaveOut: onlyDependencies,
    finish: linkSounds,
  };
  const root = await installDebianPackages(order, progress);
  return { version, root, program: privateProgram(root, 'usr/sbin/asterisk') };
}

const onlyDependencies =
  /^(perl|libperl|gnupg|gpg|dirmngr|pinentry|passwd|adduser|login|debconf|dpkg|tar|libsnmp-base|pci\.ids|libc-gconv|asterisk-config|systemd|udev)/;

/** The package's own script makes this link; without it every announcement fails without a word. */
async function linkSounds(root: string) {
  const sounds = join(root, 'usr/share/asterisk/sounds');
  if (!existsSync(join(sounds, 'en_US_f_Allison'))) return;
  await rm(join(sounds, 'en'), { recursive: true, force: true });
  await symlink('en_US_f_Allison', join(sounds, 'en'));
}
