export { type NumberingApi, numberingRoutes } from './routes.ts';
export { type DocumentToNumber, takeNumber } from './take-number.ts';
