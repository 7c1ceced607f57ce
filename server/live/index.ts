export type { LiveMessages, LiveRequests } from './contract.ts';
export { LiveHub, type LiveHubDeps, type LiveHubSettings, type LiveSession } from './live-hub.ts';
