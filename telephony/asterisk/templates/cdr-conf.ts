import type { AsteriskSetup } from './asterisk-setup.ts';

/** Records of calls that ended while the server was away are loaded from `Master.csv`. */
export const cdrConf = ({ callRecords }: AsteriskSetup) => `[general]
enable = ${callRecords ? 'yes' : 'no'}
unanswered = yes

[csv]
usegmtime = yes
loguniqueid = yes
loguserfield = yes
`;

export const celConf = () => `[general]
enable = no
`;
