import { stasisApplication } from './asterisk-setup.ts';

export const trunkContext = 'dzvin-trunk';
export const phoneContext = 'dzvin-phone';
export const trunkEndpoint = 'trunk';
/** Global variable: the phones that ring when the server stays away, joined with `&`. The server keeps it up to date. */
export const fallbackVariable = 'DZVIN_FALLBACK';

/** A caller listens to music for so long without the server before the fallback group is rung. */
const fallbackAfterSeconds = 20;
const fallbackRingSeconds = 15;

/** Digits and the signs of a telephone. Letters would catch Asterisk's own extensions `h`, `i` and `t`. */
const number = '_[+*#0-9]!';

/** What can be dialled, and the extension that takes it on: for a number itself, as call records keep it. */
const entrances = [
  [number, `\${EXTEN}`],
  ['_[a-zA-Z].', '0'],
  ['s', '0'],
] as const;

const entrance = (context: string, side: 'trunk' | 'phone') => `[${context}]
${entrances
  .map(
    ([pattern, next]) => `exten => ${pattern},1,ExecIf($["\${CALLERID(num-pres):0:6}" = "prohib"]?Set(CALLERID(all)=))
 same => n,Stasis(${stasisApplication},${side},,\${CHANNEL(endpoint)},\${EXTEN})
 same => n,Set(DZVIN_SIDE=${side})
 same => n,Set(DZVIN_DIALLED=\${EXTEN})
 same => n,Goto(dzvin,${next},1)
`,
  )
  .join('')}`;

/**
 * The dialplan that ships. Everything is handed to the server, which alone knows lines, direct numbers and extensions;
 * no change of those ever touches a file here. What the server is told: side, moment of first arrival (epoch ms; nothing
 * when it is now), endpoint, and last what was dialled, since only that may hold anything at all. A caller hears the
 * phone ring sooner by each step there is not before `Stasis()`.
 *
 * Without the server `Stasis()` returns at once with FAILED, and the fallback holds callers until it is back.
 */
export const dialplan = () => `${entrance(trunkContext, 'trunk')}
${entrance(phoneContext, 'phone')}
[dzvin]
exten => ${number},1,GotoIf($["\${STASISSTATUS}" != "FAILED"]?done)
 same => n,Set(DZVIN_ARRIVED=\${STRFTIME(,,%s%3q)})
 same => n,GotoIf($["\${DZVIN_SIDE}" = "phone"]?dzvin-alone,\${DZVIN_DIALLED},1)
 same => n,Answer()
 same => n(rest),Set(DZVIN_SINCE=\${EPOCH})
 same => n(hold),MusicOnHold(default,1)
 same => n,Stasis(${handOver})
 same => n,GotoIf($["\${STASISSTATUS}" != "FAILED"]?done)
 same => n,GotoIf($[\${EPOCH} - \${DZVIN_SINCE} < ${fallbackAfterSeconds}]?hold)
 same => n,GotoIf($["\${${fallbackVariable}}" = ""]?hold)
 same => n,Dial(\${${fallbackVariable}},${fallbackRingSeconds},m)
 same => n,GotoIf($["\${DIALSTATUS}" != "ANSWER"]?rest)
 same => n(done),Hangup()

; phones without the server: a colleague's two phones, or the trunk
[dzvin-alone]
exten => ${number},1,GotoIf($["\${DEVICE_STATE(PJSIP/\${EXTEN})}" = "INVALID"]?outside)
 same => n,Dial(PJSIP/\${EXTEN}&PJSIP/\${EXTEN}-web,30)
 same => n,Hangup()
 same => n(outside),Dial(PJSIP/\${FILTER(0-9+*#,\${EXTEN})}@\${DZVIN_TRUNK},60)
 same => n,Hangup()
exten => _[a-zA-Z].,1,Hangup(1)
exten => s,1,Hangup(1)
`;

const handOver = `${stasisApplication},\${DZVIN_SIDE},\${DZVIN_ARRIVED},\${CHANNEL(endpoint)},\${DZVIN_DIALLED}`;

export const extensionsConf = () => `[general]
static = yes
writeprotect = yes

[globals]
DZVIN_TRUNK = ${trunkEndpoint}

${dialplan()}`;
