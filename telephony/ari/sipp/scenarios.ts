/** What a phone played by SIPp does when it rings. `silent`: it says nothing at all. */
export type PhoneBehaviour =
  | { readonly kind: 'answer'; readonly ringMs: number; readonly talkMs: number | null; readonly holdMs?: number }
  | { readonly kind: 'refuse'; readonly status: number; readonly ringMs: number }
  | { readonly kind: 'ring' }
  | { readonly kind: 'silent' };

const scenario = (steps: string) => `<?xml version="1.0" encoding="UTF-8" ?>
<!DOCTYPE scenario SYSTEM "sipp.dtd">
<scenario name="dzvin">
${steps}
</scenario>
`;

const send = (lines: string, attributes = '') => `<send${attributes}><![CDATA[
${lines}

]]></send>`;

const sdp = (direction = 'sendrecv') => `Content-Type: application/sdp
Content-Length: [len]

v=0
o=- 1 1 IN IP4 [local_ip]
s=-
c=IN IP4 [media_ip]
t=0 0
m=audio [media_port] RTP/AVP 0 8 101
a=rtpmap:0 PCMU/8000
a=rtpmap:8 PCMA/8000
a=rtpmap:101 telephone-event/8000
a=ptime:20
a=${direction}`;

const via = 'Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]';

/** A reply to what was just received, in the dialog whose tag is ours. */
const reply = (line: string, rest = 'Content-Length: 0') =>
  send(`SIP/2.0 ${line}
[last_Via:]
[last_From:]
[last_To:];tag=[pid]p[call_number]
[last_Call-ID:]
[last_CSeq:]
Contact: <sip:phone@[local_ip]:[local_port]>
${rest}`);

const confirm = send(`SIP/2.0 200 OK
[last_Via:]
[last_From:]
[last_To:]
[last_Call-ID:]
[last_CSeq:]
Content-Length: 0`);

const cancelled = `<label id="cancelled"/>
${confirm}
${send(`SIP/2.0 487 Request Terminated
[last_Via:]
[last_From:]
[last_To:];tag=[pid]p[call_number]
[last_Call-ID:]
CSeq: [$invite] INVITE
Content-Length: 0`)}
<recv request="ACK" timeout="2000" ontimeout="end"/>`;

const invited = `<recv request="INVITE" rrs="true"><action>
<ereg regexp="[0-9]+" search_in="hdr" header="CSeq:" assign_to="invite"/>
<ereg regexp=".*" search_in="hdr" header="From:" assign_to="caller"/>
<ereg regexp=".*" search_in="hdr" header="To:" assign_to="callee"/>
<log message="INVITE [$caller]"/>
</action></recv>
<Reference variables="invite,caller,callee"/>`;

const inDialog = (method: string, cseq: number, rest = 'Content-Length: 0') =>
  send(
    `${method} [next_url] SIP/2.0
${via}
From: [$callee];tag=[pid]p[call_number]
To: [$caller]
Call-ID: [call_id]
CSeq: ${cseq} ${method}
Contact: <sip:phone@[local_ip]:[local_port]>
Max-Forwards: 70
${rest}`,
    method === 'ACK' ? '' : ' retrans="500"',
  );

const reinvite = (cseq: number, direction: string) => `${inDialog('INVITE', cseq, sdp(direction))}
<recv response="100" optional="true"/>
<recv response="200"/>
${inDialog('ACK', cseq)}`;

/** Everything a phone may do, as one SIPp scenario. */
export function phoneScenario(behaviour: PhoneBehaviour): string {
  if (behaviour.kind === 'silent') return scenario(`${invited}\n<pause milliseconds="60000"/>`);
  const ringing = `${invited}\n${reply('180 Ringing')}`;
  const waitFor = (ms: number) =>
    `<recv request="CANCEL" timeout="${Math.max(1, ms)}" ontimeout="decided" next="cancelled"/>`;
  if (behaviour.kind === 'ring')
    return scenario(`${ringing}\n<recv request="CANCEL"/>\n${cancelled}\n<label id="end"/>`);
  const decided = behaviour.kind === 'refuse' ? refuse(behaviour.status) : answer(behaviour);
  return scenario(`${ringing}
${waitFor(behaviour.ringMs)}
<label id="decided"/>
${decided}
<nop next="end"/>
${cancelled}
<label id="end"/>
<timewait milliseconds="200"/>`);
}

const refuse = (status: number) => `${reply(`${status} No`)}
<recv request="ACK"/>`;

function answer({ talkMs, holdMs }: Extract<PhoneBehaviour, { kind: 'answer' }>): string {
  const hold =
    holdMs === undefined
      ? ''
      : `${reinvite(2, 'sendonly')}\n<pause milliseconds="${holdMs}"/>\n${reinvite(3, 'sendrecv')}`;
  const limit = talkMs === null ? '' : ` timeout="${talkMs}" ontimeout="hang"`;
  return `${reply('200 OK', sdp())}
<recv request="ACK"/>
${hold}
<recv request="BYE"${limit}/>
${confirm}
<nop next="end"/>
<label id="hang"/>
${inDialog('BYE', 9)}
<recv response="200" timeout="5000" ontimeout="end"/>`;
}

/** REGISTER with a password; `expires` 0 takes the registration back. */
export function registerScenario({
  user,
  password,
  expires,
}: {
  user: string;
  password: string;
  expires: number;
}): string {
  const register = (cseq: number, more: string) =>
    send(
      `REGISTER sip:[remote_ip]:[remote_port] SIP/2.0
${via}
From: <sip:${user}@[remote_ip]>;tag=[pid]r[call_number]
To: <sip:${user}@[remote_ip]>
Call-ID: [call_id]
CSeq: ${cseq} REGISTER
Contact: <sip:${user}@[local_ip]:[local_port]>
Max-Forwards: 70
Expires: ${expires}
${more}Content-Length: 0`,
      ' retrans="500"',
    );
  return scenario(`${register(1, '')}
<recv response="100" optional="true"/>
<recv response="401" auth="true"/>
${register(2, `[authentication username=${user} password=${password}]\n`)}
<recv response="100" optional="true"/>
<recv response="200"/>`);
}

export interface CallerBehaviour {
  readonly patienceMs: number;
  readonly talkMs: number | null;
  /** For a phone of ours, which has to prove who it is. */
  readonly login?: { readonly user: string; readonly password: string };
}

/** A caller who talks for `talkMs`, or until the other side hangs up; gives up after `patienceMs` without an answer. */
export function callerScenario({ patienceMs, talkMs, login }: CallerBehaviour): string {
  const request = (
    method: string,
    cseq: number,
    { to = '', rest = 'Content-Length: 0', url = 'sip:[service]@[remote_ip]:[remote_port]' } = {},
  ) => `${method} ${url} SIP/2.0
${via}
From: "[caller_name]" <sip:[caller_number]@[local_ip]:[local_port]>;tag=[pid]c[call_number]
To: <sip:[service]@[remote_ip]:[remote_port]>${to}
Call-ID: [call_id]
CSeq: ${cseq} ${method}
Contact: <sip:[caller_number]@[local_ip]:[local_port]>
Max-Forwards: 70
${rest}`;
  const dialogRequest = (method: string, cseq: number) =>
    request(method, cseq, { to: '[peer_tag_param]', url: '[next_url]' });
  const limit = talkMs === null ? '' : ` timeout="${talkMs}" ontimeout="hang"`;
  // SIPp waits at the first of the optional answers, whose limit is the one that counts.
  const leave = ` timeout="${patienceMs}" ontimeout="leave"`;
  const proof = login ? `[authentication username=${login.user} password=${login.password}]\n` : '';
  const cseq = login ? 2 : 1;
  const challenge = `${send(request('INVITE', 1, { rest: sdp() }), ' retrans="500"')}
<recv response="100" optional="true"/>
<recv response="401" auth="true"/>
${send(request('ACK', 1, { to: '[peer_tag_param]' }))}
`;
  return scenario(`${login ? challenge : ''}${send(request('INVITE', cseq, { rest: `${proof}${sdp()}` }), ' retrans="500"')}
<recv response="100" optional="true"${leave}/>
<recv response="180" optional="true"${leave}/>
<recv response="183" optional="true"${leave}/>
<recv response="404" optional="true" next="refused"/>
<recv response="480" optional="true" next="refused"/>
<recv response="486" optional="true" next="refused"/>
<recv response="503" optional="true" next="refused"/>
<recv response="200" rrs="true"${leave}/>
${send(dialogRequest('ACK', cseq))}
<recv request="BYE"${limit}/>
${confirm}
<nop next="end"/>
<label id="hang"/>
${send(dialogRequest('BYE', cseq + 1), ' retrans="500"')}
<recv response="200"/>
<nop next="end"/>
<label id="leave"/>
${send(`CANCEL sip:[service]@[remote_ip]:[remote_port] SIP/2.0
[last_Via:]
From: "[caller_name]" <sip:[caller_number]@[local_ip]:[local_port]>;tag=[pid]c[call_number]
To: <sip:[service]@[remote_ip]:[remote_port]>
Call-ID: [call_id]
CSeq: 1 CANCEL
Max-Forwards: 70
Content-Length: 0`)}
<recv response="200"/>
<recv response="487"/>
<label id="refused"/>
${send(`ACK sip:[service]@[remote_ip]:[remote_port] SIP/2.0
[last_Via:]
From: "[caller_name]" <sip:[caller_number]@[local_ip]:[local_port]>;tag=[pid]c[call_number]
[last_To:]
Call-ID: [call_id]
CSeq: 1 ACK
Max-Forwards: 70
Content-Length: 0`)}
<label id="end"/>
<timewait milliseconds="100"/>`);
}
