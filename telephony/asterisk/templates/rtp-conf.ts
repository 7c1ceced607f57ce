import { type AsteriskSetup, loopback } from './asterisk-setup.ts';

/**
 * Asterisk never offers loopback to a browser while the machine has another address, and on a machine whose media stays
 * on loopback nothing else can be reached: so each other address is announced as 127.0.0.1.
 */
export const rtpConf = ({ rtpPorts, otherAddresses }: AsteriskSetup) => `[general]
rtpstart = ${rtpPorts.first}
rtpend = ${rtpPorts.last}
strictrtp = no
icesupport = yes

[ice_host_candidates]
${otherAddresses.map((address) => `${address} => ${loopback}\n`).join('')}`;
