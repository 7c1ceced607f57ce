export { Board, type BoardDeps } from './board.ts';
export { BoardFigures, type BoardFiguresDeps } from './board-figures.ts';
export {
  type LineFigures,
  lineFigures,
  lines,
  lineWithKey,
  localMidnight,
  selectBoardPeople,
  selectLines,
} from './queries.ts';
export { type HotlineApi, hotlineRoutes } from './routes.ts';
export { changeLine, createLine, engineLine, removeLine, type SaveLineDeps } from './save-line.ts';
