import type {
  AccountingModeDraft,
  AccountingModeView,
  EnterpriseDraft,
  EnterpriseView,
  MailingCheckView,
  MailingDraft,
} from '../../../server/enterprises/contract.ts';
import { request } from '../live/request.ts';

export const enterprisesKey = ['enterprises'] as const;
export const fetchEnterprises = () => request<{ rows: EnterpriseView[] }>('GET', '/api/enterprises');
export const saveEnterprise = (enterpriseId: string | null, draft: EnterpriseDraft) =>
  enterpriseId === null
    ? request<EnterpriseView>('POST', '/api/enterprises', { body: draft })
    : request<EnterpriseView>('PUT', `/api/enterprises/${enterpriseId}`, { body: draft });
export const removeEnterprise = (enterpriseId: string) =>
  request<undefined>('DELETE', `/api/enterprises/${enterpriseId}`);
/** Tries what is typed; saves nothing. Takes half a minute at most. */
export const checkMailing = (enterpriseId: string, draft: MailingDraft) =>
  request<MailingCheckView>('POST', `/api/enterprises/${enterpriseId}/mail-check`, { body: draft });
export const switchMode = (draft: AccountingModeDraft) =>
  request<AccountingModeView>('PUT', '/api/units/mode', { body: draft });
