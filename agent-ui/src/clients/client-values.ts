import type { ClientDraft, ClientView, PhoneDraft } from '../../../server/clients/contract.ts';

/** What the form of a card holds while it is changed. */
export interface ClientValues extends Record<string, unknown> {
  kind: ClientDraft['kind'];
  name: string;
  fullName: string;
  edrpou: string;
  address: string;
  email: string;
  managerId: string | null;
  note: string;
  phones: PhoneDraft[];
}

export const blankClient: ClientValues = {
  kind: 'legal',
  name: '',
  fullName: '',
  edrpou: '',
  address: '',
  email: '',
  managerId: null,
  note: '',
  phones: [],
};

export function valuesOf(client: ClientView): ClientValues {
  const { kind, name, fullName, edrpou, address, email, managerId, note } = client;
  const phones = client.phones.map(({ raw, type, label, isPrimary, isCompanyLine, contactId }) => ({
    raw,
    type,
    label,
    isPrimary,
    isCompanyLine,
    contactId,
  }));
  return { kind, name, fullName, edrpou, address, email, managerId, note, phones };
}
