import { readFileSync } from 'node:fs';

/** The scenarios of `test/sipp/`, without `.xml`. */
export type ScenarioName = 'caller' | 'answering-phone' | 'refusing-phone' | 'register';

const sdp = [
  'v=0',
  'o=- 1 1 IN IP4 [local_ip]',
  's=-',
  'c=IN IP4 [media_ip]',
  't=0 0',
  'm=audio [media_port] RTP/AVP 0 8 101',
  'a=rtpmap:0 PCMU/8000',
  'a=rtpmap:8 PCMA/8000',
  'a=rtpmap:101 telephone-event/8000',
  'a=ptime:20',
  'a=sendrecv',
].join('\n');

/** A scenario with its blanks filled in: SIPp takes no variables where a time limit stands. */
export function fillScenario(name: ScenarioName, values: Readonly<Record<string, number>>): string {
  const template = readPart(name).replace(/\{\{include ([\w-]+)\}\}\n/g, (_include, part: string) => readPart(part));
  return template.replace(/\{\{(\w+)\}\}/g, (_blank, key: string) => {
    if (key === 'SDP') return sdp;
    const value = values[key];
    if (value === undefined) throw new Error(`scenario ${name} needs a value for ${key}`);
    return String(value);
  });
}

const readPart = (name: string) => readFileSync(new URL(`../sipp/${name}.xml`, import.meta.url), 'utf8');

/** SIPp's injection file, read from the top once. Its separator cannot be escaped, so a field with one is refused. */
export function injectionFile(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((fields) => {
    const unsafe = fields.find((field) => /[;\r\n]/.test(field));
    if (unsafe !== undefined) throw new Error(`SIPp's injection file cannot hold «${unsafe}»`);
    return `${fields.join(';')};`;
  });
  return `SEQUENTIAL\n${lines.join('\n')}\n`;
}
