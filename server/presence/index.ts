export type { PresenceDeps } from './choose-presence.ts';
export { countStatusUses, projectPersonEntries, rememberedPeople } from './queries.ts';
export { type PresenceApi, presenceRoutes } from './routes.ts';
