import {
  createHotline,
  defaultParameters,
  type Effect,
  type HotlineParameters,
  type Input,
  type LedgerEntry,
  type Line,
  type PbxCommand,
  type PersonProfile,
  type Signal,
  type StatusRule,
  shownOf,
  step,
} from '../../telephony/index.ts';

type Unmoved<T> = T extends unknown ? Omit<T, 'at'> : never;

/** The directory as it ships, as far as calls heed it (D-03). */
export const statuses: readonly StatusRule[] = [
  { code: 'free', acceptsHotline: true, acceptsDirect: 'yes' },
  { code: 'with_client', acceptsHotline: false, acceptsDirect: 'waiting' },
  { code: 'wrap_up', acceptsHotline: false, acceptsDirect: 'yes' },
  { code: 'break', acceptsHotline: false, acceptsDirect: 'yes' },
  { code: 'lunch', acceptsHotline: false, acceptsDirect: 'no' },
  { code: 'absent', acceptsHotline: false, acceptsDirect: 'no' },
];

const someone = { projectId: null, directNumber: null, usesStatuses: true, startsFree: false };

/** Petro signs in first and so is idle longest, then Oksana, then Maria. Taras heeds no status. Ivan serves the project «Продажі». */
export const petro: PersonProfile = { ...someone, personId: 'petro', name: 'Петро Сич', extension: '102' };
export const oksana: PersonProfile = {
  ...someone,
  personId: 'oksana',
  name: 'Оксана Мельник',
  extension: '101',
  directNumber: '0445001001',
};
export const maria: PersonProfile = { ...someone, personId: 'maria', name: 'Марія Коваль', extension: '103' };
export const taras: PersonProfile = {
  ...someone,
  personId: 'taras',
  name: 'Тарас Бондар',
  extension: '105',
  usesStatuses: false,
};
export const ivan: PersonProfile = {
  ...someone,
  personId: 'ivan',
  name: 'Іван Гук',
  extension: '106',
  projectId: 'sales',
};

export const support: Line = {
  lineId: 'support',
  name: 'Підтримка',
  numbers: ['5000'],
  projectId: null,
  ringSeconds: 20,
  queueLimitSeconds: 300,
  maxWaiting: 2,
  musicClass: 'default',
  reserveAfterSeconds: null,
  prefersManager: true,
  prefersLastTalked: true,
  wrapUpSeconds: 30,
  priority: 0,
};
export const sales: Line = {
  ...support,
  lineId: 'sales',
  name: 'Продажі',
  numbers: ['6000'],
  projectId: 'sales',
  reserveAfterSeconds: 30,
};

/** A hot line at work in a test: time moves only when told, everything it did is kept. */
export class HotlineInTest {
  readonly state = createHotline();
  readonly effects: Effect[] = [];
  now = 1_000_000;

  constructor(people: readonly PersonProfile[], parameters: Partial<HotlineParameters> = {}) {
    this.feed({ kind: 'put_parameters', parameters: { ...defaultParameters, ...parameters } });
    this.feed({ kind: 'put_statuses', statuses });
    for (const line of [support, sales]) this.feed({ kind: 'put_line', line });
    for (const profile of people) this.feed({ kind: 'put_person', profile });
    this.feed({ kind: 'pbx_connected', snapshot: { channels: [], bridges: [], devices: people.map(deskOf) } });
    for (const { personId } of people) this.seat(personId);
    this.effects.length = 0;
  }

  /** Signs in and chooses «Вільний», a second after whoever came before. */
  seat(personId: string) {
    this.wait(1);
    this.feed({ kind: 'console_online', personId });
    this.choose(personId, 'free');
  }

  feed(input: Unmoved<Input>) {
    const effects = step(this.state, { ...input, at: this.now } as Input);
    this.effects.push(...effects);
    return effects;
  }

  signal(signal: Signal) {
    return this.feed({ kind: 'signal', signal });
  }

  choose(personId: string, status: string) {
    this.feed({ kind: 'choose_presence', personId, status, source: 'self', byPersonId: personId, note: null });
  }

  wait(seconds: number) {
    this.now += seconds * 1000;
    this.feed({ kind: 'time_passed' });
  }

  /** A call from outside. Nobody knows the caller unless `managerId` or `lastTalkedId` says so. */
  call(
    callId: string,
    {
      dialled = '5000',
      from = '0501234567',
      managerId = null as string | null,
      lastTalkedId = null as string | null,
    } = {},
  ) {
    this.signal({
      kind: 'arrived',
      channelId: callId,
      side: 'trunk',
      callerNumber: from,
      callerName: '',
      dialled,
      endpoint: null,
      arrivedAt: this.now,
    });
    this.feed({ kind: 'caller_known', callId, managerId, lastTalkedId });
  }

  dial(callId: string, extension: string, dialled: string) {
    this.signal({
      kind: 'arrived',
      channelId: callId,
      side: 'phone',
      callerNumber: extension,
      callerName: '',
      dialled,
      endpoint: extension,
      arrivedAt: this.now,
    });
  }

  /** The phone that rings for the call is picked up and the two are joined. */
  answer(callId: string) {
    const legId = this.legOf(callId);
    this.signal({ kind: 'leg_ringing', channelId: legId });
    this.signal({ kind: 'leg_answered', channelId: legId });
    this.signal({ kind: 'connected', callId, legId });
  }

  legEnds(callId: string, cause: Extract<Signal, { kind: 'ended' }>['cause'], { rang = true } = {}) {
    const legId = this.legOf(callId);
    if (rang) this.signal({ kind: 'leg_ringing', channelId: legId });
    this.signal({ kind: 'ended', channelId: legId, cause });
  }

  hangUp(callId: string) {
    this.signal({ kind: 'ended', channelId: callId, cause: 'hung_up' });
  }

  legOf(callId: string): string {
    const legId = this.commands('ring_phone').findLast((ring) => ring.callId === callId)?.legId;
    if (!legId) throw new Error(`nobody was rung for ${callId}`);
    return legId;
  }

  /** Who is being rung for the call right now. */
  rung(callId: string): string | null {
    return this.state.calls.get(callId)?.offer?.person.profile.personId ?? null;
  }

  commands<K extends PbxCommand['kind']>(kind: K): Extract<PbxCommand, { kind: K }>[] {
    return this.effects.flatMap((effect) =>
      effect.kind === 'pbx' && isKind(effect.command, kind) ? [effect.command] : [],
    );
  }

  ledger(id: string): LedgerEntry[] {
    return this.effects.flatMap((effect) => {
      if (effect.kind !== 'ledger') return [];
      const { entry } = effect;
      return (entry.stream === 'call' ? entry.callId : entry.personId) === id ? [entry] : [];
    });
  }

  /** The last entry of a kind about a call or a person. */
  last<T extends LedgerEntry['type']>(id: string, type: T): Extract<LedgerEntry, { type: T }> | undefined {
    return this.ledger(id).findLast((entry): entry is Extract<LedgerEntry, { type: T }> => entry.type === type);
  }

  shown(personId: string) {
    const shown = shownOf(this.state, personId);
    if (!shown) throw new Error(`nobody is called ${personId}`);
    return shown;
  }
}

function isKind<K extends PbxCommand['kind']>(
  command: PbxCommand,
  kind: K,
): command is Extract<PbxCommand, { kind: K }> {
  return command.kind === kind;
}

export function deskOf({ extension }: PersonProfile) {
  return { endpoint: extension ?? '', state: 'reachable' as const };
}
