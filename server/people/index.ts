export { type EmployeeApi, employeeRoutes } from './employee-routes.ts';
export { createFirstAdministrator, type FirstAdministrator } from './first-administrator.ts';
export type { PeopleNews } from './people-news.ts';
export type { PhoneChange } from './phone-change.ts';
export { phoneAccounts } from './phone-settings.ts';
export { findPersonFacts, hasPeople, selectAllFacts, selectStanding, telephonyProfiles } from './queries.ts';
export { type PeopleApi, type PeopleDeps, peopleRoutes } from './routes.ts';
export { createPerson, type SavePersonDeps } from './save-person.ts';
