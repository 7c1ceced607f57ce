export { Board, type BoardDeps } from './board.ts';
export { BoardFigures, type BoardFiguresDeps } from './board-figures.ts';
export {
  lines,
  lineWithKey,
  selectBoardPeople,
  selectLines,
} from './queries.ts';
export { type HotlineApi, hotlineRoutes } from './routes.ts';
export { createLine, engineLine, type SaveLineDeps } from './save-line.ts';
