import { z } from 'zod';
import type { RoleCode } from '../../../server/access/contract.ts';
import { type PersonView, personDraft } from '../../../server/people/contract.ts';

/** What the form holds: an empty text stands for «nothing». */
export interface PersonValues extends Record<string, unknown> {
  fullName: string;
  email: string;
  password: string;
  role: RoleCode;
  position: string;
  phoneNumber: string;
  sipExtension: string;
  directNumber: string;
  autoStartPhone: boolean;
  receiveCorporateMail: boolean;
  useStatusesForTelephony: boolean;
  openCardOnCall: boolean;
  autoCreateEvent: boolean;
  telephonyProjectId: string | null;
  mailProjectId: string | null;
  unitId: string | null;
  availableUnitIds: string[];
  employeeId: string | null;
  isActive: boolean;
}

export const personTicks = [
  'autoStartPhone',
  'receiveCorporateMail',
  'useStatusesForTelephony',
  'openCardOnCall',
  'autoCreateEvent',
] as const;

export const blankPerson: PersonValues = {
  fullName: '',
  email: '',
  password: '',
  role: 'agent',
  position: '',
  phoneNumber: '',
  sipExtension: '',
  directNumber: '',
  autoStartPhone: true,
  receiveCorporateMail: false,
  useStatusesForTelephony: true,
  openCardOnCall: true,
  autoCreateEvent: true,
  telephonyProjectId: null,
  mailProjectId: null,
  unitId: null,
  availableUnitIds: [],
  employeeId: null,
  isActive: true,
};

export function valuesOf(view: PersonView): PersonValues {
  const { telephonyProjectName: _, mailProjectName: _m, unitName: _u, employeeName: _e, ...card } = view;
  const { personId: _id, employeePosition: _p, ...person } = card;
  return {
    ...person,
    password: '',
    sipExtension: person.sipExtension ?? '',
    directNumber: person.directNumber ?? '',
  };
}

const emptyIsNull = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? null : value);

/** The contract's schema, behind a door that turns empty texts into «nothing». */
export const personForm = z.preprocess((values) => {
  const { password, sipExtension, directNumber, ...rest } = z.looseObject({}).parse(values);
  return {
    ...rest,
    password: emptyIsNull(password),
    sipExtension: emptyIsNull(sipExtension),
    directNumber: emptyIsNull(directNumber),
  };
}, personDraft);
