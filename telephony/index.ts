/** The public face of telephony: the hot line, the PBX interface, numbers. */
export * from './hotline/effect.ts';
export * from './hotline/facts.ts';
export * from './hotline/input.ts';
export * from './hotline/ledger-entry.ts';
export { createHotline, type HotlineState, numberKey } from './hotline/state.ts';
export { nextDeadline, shownOf, step } from './hotline/step.ts';
export * from './pbx.ts';
