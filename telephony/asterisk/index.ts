export { type AsteriskVersion, type InstalledAsterisk, installAsterisk } from './install-asterisk.ts';
export { installSipp } from './install-sipp.ts';
export type { PrivateProgram } from './private-program.ts';
export { type RunningAsterisk, startAsterisk } from './start-asterisk.ts';
export type { AsteriskConfig } from './write-config.ts';
