export { type LookAroundDeps, lookAround } from './look-around.ts';
export { type SelfCheckApi, selfCheckRoutes } from './routes.ts';
