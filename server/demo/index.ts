export { findDemonstration } from './demonstration.ts';
export { type FillDeps, fillDatabase } from './fill-database.ts';
