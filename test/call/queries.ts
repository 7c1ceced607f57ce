import type { Sql } from '../../server/platform/database.ts';

export interface PhoneOwner {
  readonly name: string;
  readonly extension: string;
  /** Encrypted. */
  readonly sipSecret: string;
  /** What the others see; null: never signed in. */
  readonly shown: string | null;
  /** With the tick a person is called only in a status that accepts the hot line; without it the phone decides. */
  readonly usesStatuses: boolean;
}

/** Everybody with a desk phone, by extension. */
export function selectPhoneOwners(sql: Sql) {
  return sql<PhoneOwner[]>`
    select full_name as name, sip_extension as extension, sip_secret, status_log.shown,
           use_statuses_for_telephony as uses_statuses
    from people left join status_log on status_log.person_id = people.person_id and status_log.ended_at is null
    where is_active and sip_extension is not null and sip_secret is not null
    order by sip_extension`;
}
