import { browserEndpoint, deskEndpoint, type PhoneAccount } from '../../telephony/index.ts';

/** What decides about a person's phones. `secret` is plain here and only here. */
export interface PhoneOwner {
  readonly fullName: string;
  readonly sipExtension: string | null;
  readonly secret: string | null;
  readonly isActive: boolean;
}

/** What the PBX has to forget and to learn, in this order. */
export interface PhoneChange {
  readonly removed: readonly string[];
  readonly put: readonly PhoneAccount[];
}

/** The desk and the browser phone of one person: both may be registered together, with the same secret. */
export function phonesOf({ fullName, sipExtension, secret, isActive }: PhoneOwner): readonly PhoneAccount[] {
  if (!isActive || sipExtension === null || secret === null) return [];
  const both = { secret, callerName: fullName, extension: sipExtension };
  return [
    { endpoint: deskEndpoint(sipExtension), kind: 'desk', ...both },
    { endpoint: browserEndpoint(sipExtension), kind: 'browser', ...both },
  ];
}

/** Nothing at all when the save did not touch the phones: a phone that is put again would lose its registration. */
export function phoneChange(before: PhoneOwner | null, after: PhoneOwner): PhoneChange {
  const [had, has] = [before === null ? [] : phonesOf(before), phonesOf(after)];
  const stays = new Set(has.map(({ endpoint }) => endpoint));
  return {
    removed: had.map(({ endpoint }) => endpoint).filter((endpoint) => !stays.has(endpoint)),
    put: has.filter((phone) => !had.some((former) => isSame(former, phone))),
  };
}

function isSame(one: PhoneAccount, other: PhoneAccount): boolean {
  return one.endpoint === other.endpoint && one.secret === other.secret && one.callerName === other.callerName;
}
