import type { PersonDraft, PersonView, PhoneSettingsView } from '../../../server/people/contract.ts';
import type { ProjectChoice } from '../../../server/projects/contract.ts';
import { request } from '../live/request.ts';

export const fetchPeople = () => request<{ rows: PersonView[] }>('GET', '/api/people');
export const createPerson = (draft: PersonDraft) => request<PersonView>('POST', '/api/people', { body: draft });
export const changePerson = (personId: string, draft: PersonDraft) =>
  request<PersonView>('PUT', `/api/people/${personId}`, { body: draft });
export const fetchPhoneSettings = (personId: string) =>
  request<PhoneSettingsView>('GET', `/api/people/${personId}/phone`);
/** The old secret stops working at once. */
export const renewPhoneSecret = (personId: string) =>
  request<PhoneSettingsView>('POST', `/api/people/${personId}/phone/secret`);
export const fetchProjects = () => request<{ rows: ProjectChoice[] }>('GET', '/api/projects');
