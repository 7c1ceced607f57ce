import type { PopView } from '../../../server/calls/contract.ts';
import type { CallerMatch } from '../../../server/clients/contract.ts';

/** Not more than a person reads at a glance, and each has its digit. */
const mostCandidates = 5;

export type Caller =
  | { readonly kind: 'looking' }
  | { readonly kind: 'known'; readonly match: CallerMatch }
  /** Several cards have the number, or only its tail fits: the person decides. */
  | { readonly kind: 'several'; readonly candidates: readonly CallerMatch[] }
  | { readonly kind: 'unknown' };

/** Who is calling, as far as it is known (C12, C14.3). The link made on the call wins over every match. */
export function callerOf({ matches, clientId }: Pick<PopView, 'matches' | 'clientId'>): Caller {
  if (matches === null) return { kind: 'looking' };
  const linked = matches.find((match) => match.clientId === clientId);
  if (linked) return { kind: 'known', match: linked };
  const [only, second] = matches;
  if (only === undefined) return { kind: 'unknown' };
  if (second === undefined && only.level !== 'suffix') return { kind: 'known', match: only };
  return { kind: 'several', candidates: matches.slice(0, mostCandidates) };
}

/** The person first, else the company: what stands in 18 px and in the title of the page. */
export const matchName = (match: CallerMatch) => match.contactName ?? match.clientName;

/** The one name for a call, or its number, or null when it is withheld. */
export function callerName(pop: PopView): string | null {
  const caller = callerOf(pop);
  if (caller.kind === 'known') return matchName(caller.match);
  return pop.callerNumber === null ? null : pop.callerText;
}

/** The card to open for a call: the linked client, else the only match. */
export function cardOf(pop: PopView): string | null {
  const caller = callerOf(pop);
  return pop.clientId ?? (caller.kind === 'known' ? caller.match.clientId : null);
}
