import type { Channel, DeliveryStage, NotificationCell, PerformerType, SkipReason } from './contract.ts';

export interface Recipient {
  readonly personId: string;
  /** Null: e-mail cannot reach them. */
  readonly address: string | null;
  /** Channels the person has switched off for this stage. */
  readonly switchedOff: readonly Channel[];
}

export interface DeliveryFacts {
  readonly stage: DeliveryStage;
  readonly cells: readonly NotificationCell[];
  /** Whose action caused it; null: nobody's, time passed for example. */
  readonly actorId: string | null;
  readonly tellsActor: boolean;
  readonly people: Partial<Record<PerformerType, readonly string[]>>;
  /** Who may not read the object. */
  readonly unreadableFor: readonly string[];
  readonly recipients: readonly Recipient[];
}

export interface DecidedDelivery {
  readonly recipient: Recipient;
  readonly channel: Channel;
  /** The rows whose ticks caused it. */
  readonly performerTypes: readonly PerformerType[];
  /** Why it is not sent; null: it is. */
  readonly skipped: SkipReason | null;
}

/**
 * Who gets what at a stage (R-117, D-04): the union of the ticks of all rows a person stands in. What the table would
 * send and a rule keeps back is told with its reason; an empty cell says nothing.
 */
export function decideDeliveries(facts: DeliveryFacts): readonly DecidedDelivery[] {
  return facts.recipients.flatMap((recipient) =>
    (['in_app', 'email'] as const).flatMap((channel) => {
      const performerTypes = facts.cells
        .filter((cell) => isTicked(cell, channel, facts) && standsIn(recipient, cell.performerType, facts))
        .map(({ performerType }) => performerType);
      if (performerTypes.length === 0) return [];
      return [{ recipient, channel, performerTypes, skipped: whySkipped(recipient, channel, facts) }];
    }),
  );
}

function isTicked(cell: NotificationCell, channel: Channel, { stage }: DeliveryFacts): boolean {
  return cell.stage === stage && (channel === 'in_app' ? cell.inApp : cell.email);
}

function standsIn({ personId }: Recipient, performerType: PerformerType, { people }: DeliveryFacts): boolean {
  return people[performerType]?.includes(personId) ?? false;
}

function whySkipped(recipient: Recipient, channel: Channel, facts: DeliveryFacts): SkipReason | null {
  const { personId, switchedOff, address } = recipient;
  if (facts.unreadableFor.includes(personId)) return 'no_access';
  if (personId === facts.actorId && !facts.tellsActor) return 'own_action';
  // Nobody can shut their ears to what is overdue.
  if (switchedOff.includes(channel) && facts.stage !== 'overdue') return 'switched_off';
  return channel === 'email' && address === null ? 'no_address' : null;
}
