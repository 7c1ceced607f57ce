import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { clockTime } from '../ui/moment.ts';
import { EmptyState, LoadingState } from '../ui/plain-state.tsx';
import classes from './board-page.module.css';
import type { BoardState } from './board-state.ts';
import { BoardTiles } from './board-tiles.tsx';
import { LinesPanel } from './lines-panel.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { QueuePanel } from './queue-panel.tsx';
import { useBoard } from './use-board.ts';

/** «Гаряча лінія»: the supervisor's board (C10). */
export function BoardPage() {
  const { t } = useTranslation();
  const board = useBoard();
  if (board === 'joining') return <LoadingState lines={12} />;
  if (board === 'refused')
    return <EmptyState icon={IconLock} title={t('frame.notYours')} hint={t('hotline.refused')} />;
  return <Board board={board} />;
}

/** Tiles above, people left, queue and lines right. */
export function Board({ board }: { readonly board: BoardState }) {
  const { t } = useTranslation();
  return (
    <div className={classes.board}>
      {!board.isPbxConnected && (
        <p className={classes.lost} role="alert">
          {t('hotline.pbxLost', { time: clockTime(new Date(board.pbxSince - board.skewMs)) })}
        </p>
      )}
      <BoardTiles board={board} />
      <div className={classes.two}>
        <PeoplePanel board={board} />
        <div className={classes.side}>
          <QueuePanel board={board} />
          <LinesPanel board={board} />
        </div>
      </div>
    </div>
  );
}
