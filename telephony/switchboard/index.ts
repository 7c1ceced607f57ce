export { type CallerFacts, type PbxLink, Switchboard, type SwitchboardDeps } from './switchboard.ts';
