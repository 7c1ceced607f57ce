import { type AsteriskSetup, demonstrationTrunk, loopback } from './asterisk-setup.ts';
import { trunkContext, trunkEndpoint } from './extensions-conf.ts';

/** Transports and the trunk. People's phones are not here: the server makes them over ARI. */
export function pjsipConf({ sipPort, trunk = demonstrationTrunk(sipPort) }: AsteriskSetup): string {
  return `[global]
type = global
user_agent = Dzvin
endpoint_identifier_order = ip,username,anonymous

[system]
type = system
disable_tcp_switch = yes

[udp]
type = transport
protocol = udp
bind = ${loopback}:${sipPort}

[tcp]
type = transport
protocol = tcp
bind = ${loopback}:${sipPort}

; browser phones: the port of http.conf, path /ws
[ws]
type = transport
protocol = ws
bind = ${loopback}

[${trunkEndpoint}]
type = endpoint
context = ${trunkContext}
aors = ${trunkEndpoint}
transport = udp
disallow = all
allow = ulaw,alaw
direct_media = no
media_address = ${loopback}
bind_rtp_to_media_address = yes
rtp_symmetric = yes
trust_id_inbound = yes

[${trunkEndpoint}]
type = aor
contact = ${trunk.contact}

[${trunkEndpoint}]
type = identify
endpoint = ${trunkEndpoint}
match = ${trunk.match}
`;
}

/** Objects made over ARI need a second, writable place; in memory, since the server makes them anew on each connect. */
export const sorceryConf = () => `[res_pjsip]
${['auth', 'aor', 'endpoint'].map((type) => `${type} = config,pjsip.conf,criteria=type=${type}\n${type} = memory\n`).join('')}; registrations outlive a restart, and no call looks them up on disk
contact/cache = memory_cache,full_backend_cache=yes
contact = astdb,registrar
`;
