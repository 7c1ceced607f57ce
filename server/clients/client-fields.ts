import { type HistoryFields, named } from '../history/index.ts';
import type { ClientView } from './contract.ts';

/** What the history keeps of a client (D-08): numbers as typed, in the card's order; the manager with the name of that day. */
export function clientFields(client: ClientView): HistoryFields {
  const { kind, name, fullName, edrpou, address, email, note, managerId, managerName, phones } = client;
  return {
    ...{ kind, name, fullName, edrpou, address, email, note },
    managerId: named(managerId, managerName),
    phones: phones.map(({ raw }) => raw).join(', '),
  };
}
