import type { EmployeeDraft, EmployeeView } from '../../../server/people/contract.ts';
import { request } from '../live/request.ts';

export const fetchEmployees = () => request<{ rows: EmployeeView[] }>('GET', '/api/employees');
export const saveEmployee = (employeeId: string | null, draft: EmployeeDraft) =>
  employeeId === null
    ? request<EmployeeView>('POST', '/api/employees', { body: draft })
    : request<EmployeeView>('PUT', `/api/employees/${employeeId}`, { body: draft });
export const removeEmployee = (employeeId: string) => request<undefined>('DELETE', `/api/employees/${employeeId}`);
export const employeesKey = ['employees'] as const;
