import type { Effect } from '../hotline/effect.ts';
import type { Input } from '../hotline/input.ts';
import type { LedgerEntry } from '../hotline/ledger-entry.ts';
import type { PbxCommand, Signal } from '../pbx.ts';
import type { Engine } from './hotline-under-test.ts';
import { type Breach, playStory, storyStartsAt } from './play-story.ts';
import type { Story, StoryItem } from './story.ts';

/** A failing story for a reader: who takes part, what happens, each step the hot line took, the rule that broke. */
export function tellStory<S>(story: Story, breach: Breach, engine: Engine<S>): string {
  const steps: string[] = [];
  playStory(story, engine, {
    onStep: (input, effects) => {
      if (!isSetUp(input))
        steps.push(`  ${clock(input.at - storyStartsAt)} ${wordsOfInput(input)}`, ...effects.map(wordsOfEffect));
    },
  });
  return [
    `Seed ${story.seed}: «${breach.invariant}» broke after ${clock(breach.atMs)}: ${breach.message}`,
    '',
    'With',
    ...story.cast.people.map(({ profile, endpoints }) => `  ${fields({ ...profile, phones: endpoints.join('+') })}`),
    ...story.cast.lines.map((line) => `  ${fields(line)}`),
    'what happens is',
    ...story.items.map((item) => `  ${clock(item.at)} ${wordsOfItem(item)}`),
    'and the hot line is told (>) and does',
    ...steps.slice(-200),
  ].join('\n');
}

function clock(ms: number): string {
  return `${(ms / 1000).toFixed(3).padStart(9)} s`;
}

function fields(thing: object): string {
  return Object.entries(thing)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${name}=${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join(' ');
}

function wordsOfItem({ at: _, ...item }: StoryItem): string {
  switch (item.kind) {
    case 'caller':
      return `${item.callId} from ${item.callerNumber || 'a withheld number'} dials ${item.dialled}, waits ${item.patienceMs} ms at most, found: ${item.found === null ? 'never' : fields(item.found)}`;
    case 'person_dials':
      return `${item.endpoint} dials ${item.dialled} (${item.callId}), waits ${item.patienceMs} ms at most`;
    case 'chooses':
      return `${item.personId} is set to ${item.status} by ${item.by}`;
    case 'console_lost':
      return `${item.personId} loses the console for ${item.forMs} ms`;
    case 'signs_out':
      return `${item.personId} signs out for ${item.forMs} ms`;
    case 'phone_off':
      return `${item.endpoint} loses its registration for ${item.forMs} ms`;
    case 'line_changed':
      return `line changed: ${fields(item.line)}`;
    case 'line_removed':
      return `${item.lineId} is removed for ${item.forMs} ms`;
    case 'person_moved':
      return `${item.personId} moves to ${item.projectId ?? 'the common pool'}`;
    case 'person_removed':
      return `${item.personId} is removed for ${item.forMs} ms`;
    case 'status_changed':
      return `status changed: ${fields(item.status)}`;
    case 'socket_lost':
      return `the socket is gone for ${item.forMs} ms, noticed after ${item.noticedAfterMs} ms`;
    case 'killed':
      return `the process is killed for ${item.forMs} ms, the last ${item.unwrittenMs} ms of the ledger unwritten`;
    case 'pbx_restarts':
      return `the PBX restarts, reached again after ${item.forMs} ms`;
    case 'signals_late':
      return `signals are held up for ${item.forMs} ms`;
  }
}

const isSetUp = ({ kind }: Input) => kind.startsWith('put_');

function wordsOfInput({ at: _, ...input }: Input): string {
  if (input.kind === 'signal') return `> ${wordsOfSignal(input.signal)}`;
  if (input.kind !== 'pbx_connected') return `> ${fields(input)}`;
  const { channels, bridges, devices } = input.snapshot;
  const listed = channels
    .map(({ channelId, isUp, role }) => `${channelId}${isUp ? ' up' : ''} ${role.kind}`)
    .join(', ');
  const joined = bridges.map(({ channelIds }) => channelIds.join('+')).join(', ');
  return `> pbx_connected channels: ${listed || 'none'}; bridges: ${joined || 'none'}; devices: ${devices.map(({ endpoint, state }) => `${endpoint} ${state}`).join(', ')}`;
}

const wordsOfSignal = ({ kind, ...signal }: Signal) => `${kind} ${fields(signal)}`;

function wordsOfEffect(effect: Effect): string {
  const indent = ' '.repeat(16);
  if (effect.kind === 'pbx') return `${indent}command ${wordsOfCommand(effect.command)}`;
  if (effect.kind === 'find_caller') return `${indent}find_caller ${effect.callId}`;
  return `${indent}${wordsOfEntry(effect.entry)}`;
}

const wordsOfCommand = ({ kind, ...command }: PbxCommand) => `${kind} ${fields(command)}`;

function wordsOfEntry(entry: LedgerEntry): string {
  if (entry.stream === 'person') {
    const { personId, seq, work, shown, presence, device, obstacle, callId, until } = entry;
    return `${personId} #${seq} ${fields({ work, shown, presence, device, obstacle, callId, until: until === null ? null : until - storyStartsAt })}`;
  }
  const { stream: _stream, at: _at, type, callId, seq, ...rest } = entry;
  return `${callId} #${seq} ${type} ${fields('trace' in rest ? { ...rest, trace: null } : rest)}`;
}
