import { join } from 'node:path';
import type { AsteriskSetup } from './asterisk-setup.ts';

/** One class, `default`, which also serves every class nobody has defined. */
export const musiconholdConf = ({ installed }: AsteriskSetup) => `[default]
mode = files
directory = ${join(installed.root, 'usr/share/asterisk/moh')}
`;
