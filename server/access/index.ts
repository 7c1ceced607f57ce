export { guard } from './guard.ts';
export { deedsOf, may, requireDeed } from './may.ts';
export type { Person, PersonFacts, Signed } from './person.ts';
