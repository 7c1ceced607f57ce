import type { Progress } from '../worded.ts';
import { installDebianPackages } from './install-debian-packages.ts';
import { type PrivateProgram, privateProgram } from './private-program.ts';

/** SIPp plays callers and phones. The same release everywhere, so that a call behaves the same on Debian 12 and 13. */
export async function installSipp(progress?: Progress): Promise<PrivateProgram> {
  const order = { name: 'sip-tester', suite: 'forky', packages: ['sip-tester'], leaveOut: /^(perl|libperl|debconf)/ };
  return privateProgram(await installDebianPackages(order, progress), 'usr/bin/sipp');
}
