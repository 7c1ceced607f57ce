import { type AsteriskSetup, loopback } from './asterisk-setup.ts';

export const httpConf = ({ ariPort }: AsteriskSetup) => `[general]
enabled = yes
bindaddr = ${loopback}
bindport = ${ariPort}
sessionlimit = 2000
session_inactivity = 30000
session_keep_alive = 600000
`;

export const ariConf = ({ ariUser, ariPassword }: AsteriskSetup) => `[general]
enabled = yes
pretty = no
websocket_write_timeout = 1000

[${ariUser}]
type = user
read_only = no
password = ${ariPassword}
`;
