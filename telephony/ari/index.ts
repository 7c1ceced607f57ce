export { type AriPbxOptions, createAriPbx } from './ari-pbx.ts';
export { inspectPbx, type PbxInspection } from './inspect-pbx.ts';
export { PbxUnreachableError } from './pbx-unreachable-error.ts';
export type { AriAddress, AriTransport } from './transport.ts';
