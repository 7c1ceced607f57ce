import { join } from 'node:path';
import { modulesFolder } from '../private-program.ts';
import type { AsteriskSetup } from './asterisk-setup.ts';

/** Every folder is named, so that nothing outside of `home` and the unpacked packages is touched. */
export function asteriskConf({ installed, home }: AsteriskSetup): string {
  const data = join(installed.root, 'usr/share/asterisk');
  return `[directories]
astetcdir => ${join(home, 'etc')}
astmoddir => ${modulesFolder(installed.root)}
astdatadir => ${data}
astagidir => ${join(data, 'agi-bin')}
astvarlibdir => ${join(home, 'db')}
astdbdir => ${join(home, 'db')}
astkeydir => ${join(home, 'db')}
astcachedir => ${join(home, 'cache')}
astspooldir => ${join(home, 'spool')}
astrundir => ${join(home, 'run')}
astlogdir => ${join(home, 'log')}

[options]
systemname = dzvin
nocolor = yes
quiet = yes
maxfiles = 65536
hide_messaging_ami_events = yes
`;
}

export const loggerConf = () => `[general]

[logfiles]
messages.log => notice,warning,error
`;

/** Files whose absence would only be a warning in the log. */
export const emptyFiles = ['acl', 'ccss', 'features', 'manager', 'queuerules', 'stasis', 'udptl', 'websocket_client'];

export const pjprojectConf = () => `[startup]
log_level = 0
`;

/** Ringing, busy and other tones as Ukraine knows them. */
export const indicationsConf = () => `[general]
country = ua

[ua]
description = Ukraine
ringcadence = 1000,4000
dial = 425
busy = 425/350,0/350
ring = 425/1000,0/4000
congestion = 425/175,0/175
callwaiting = 425/200,0/600,425/200,0/3000
dialrecall = 425/500,0/50
record = 1400/500,0/15000
info = 950/330,1400/330,1800/330,0/1000
`;
