import { useEffect, useReducer } from 'react';
import type { BoardChange, BoardSnapshot } from '../../../server/hotline/contract.ts';
import { useLive } from '../live/live-provider.tsx';
import { type BoardState, fromSnapshot, nextBoard } from './board-state.ts';

type Board = BoardState | 'joining' | 'refused';
type News =
  | { readonly type: 'joined'; readonly snapshot: BoardSnapshot | null; readonly now: number }
  | { readonly type: 'changed'; readonly change: BoardChange; readonly now: number };

function next(board: Board, news: News): Board {
  if (news.type === 'joined') return news.snapshot ? fromSnapshot(news.snapshot, news.now) : 'refused';
  return typeof board === 'string' ? board : nextBoard(board, news.change, news.now);
}

/** The board while the page is open: joined on arrival, again after a lost connection and after a gap. */
export function useBoard(): Board {
  const { live, connection } = useLive();
  const [board, tell] = useReducer(next, 'joining');
  const isStale = typeof board !== 'string' && board.isStale;

  useEffect(() => live.on('board.changed', (change) => tell({ type: 'changed', change, now: Date.now() })), [live]);
  useEffect(() => {
    if (!connection.isConnected) return;
    live.ask('board.join', (snapshot) => tell({ type: 'joined', snapshot, now: Date.now() }));
    return () => live.ask('board.leave');
  }, [live, connection]);
  useEffect(() => {
    if (isStale) live.ask('board.join', (snapshot) => tell({ type: 'joined', snapshot, now: Date.now() }));
  }, [live, isStale]);
  return board;
}
