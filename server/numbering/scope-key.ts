import type { NumberScope } from './contract.ts';

/** What the document belongs to. */
export interface Belonging {
  readonly journalId?: string | null | undefined;
  readonly projectId?: string | null | undefined;
  readonly unitId?: string | null | undefined;
  readonly eventTypeCode?: string | null | undefined;
}

/**
 * Which series counts the document (D-06); documents that belong to nothing of the kind share one.
 *
 * @param ownerId the journal whose own set it is, null for the set of the whole kind: own sets count apart
 */
export function scopeKey(scope: NumberScope, belonging: Belonging, ownerId: string | null = null): string {
  const within = {
    global: null,
    journal: belonging.journalId,
    project: belonging.projectId,
    unit: belonging.unitId,
    type: belonging.eventTypeCode,
  }[scope];
  const key = scope === 'global' ? 'global' : `${scope}:${within ?? ''}`;
  return ownerId === null ? key : `own:${ownerId}/${key}`;
}
