import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallSearch } from '../calls/call-search.ts';
import { Age } from '../ui/age.tsx';
import { duration } from '../ui/duration.ts';
import { useNow } from '../ui/use-now.ts';
import { boardFigures } from './board-figures.ts';
import classes from './board-page.module.css';
import type { BoardState } from './board-state.ts';

/** Four figures; each that has rows behind it leads to them. */
export function BoardTiles({ board }: { readonly board: BoardState }) {
  const { t } = useTranslation();
  const figures = boardFigures(board);
  const now = useNow();
  const { waiting, longestSince, percent, inTime, of, targetSeconds } = figures;
  const longest = longestSince === null ? null : duration(now + board.skewMs - longestSince);
  return (
    <div className={classes.tiles}>
      <Tile
        label={t('hotline.tile.waiting')}
        sub={longest === null ? t('hotline.tile.nobodyWaits') : t('hotline.tile.longest', { time: longest })}
        age={board.heardAt}
      >
        <span className={waiting > 0 ? classes.ringing : ''}>{waiting}</span>
      </Tile>
      <Tile
        label={t('hotline.tile.serviceLevel')}
        sub={
          percent === null
            ? t('hotline.tile.noCalls')
            : targetSeconds === null
              ? t('hotline.tile.formula', { inTime, of })
              : t('hotline.tile.formulaTarget', { inTime, of, target: targetSeconds })
        }
        search={{ period: 'today', direction: 'in' }}
        age={board.heardAt}
      >
        {percent === null ? t('state.none') : `${percent} %`}
      </Tile>
      <Tile
        label={t('hotline.tile.taken')}
        sub={t('hotline.tile.offered', { count: figures.offered })}
        search={{ period: 'today', direction: 'in', ...(figures.missed > 0 ? { result: 'missed' } : {}) }}
        age={board.heardAt}
      >
        {figures.answered} <small>·</small>{' '}
        <span className={figures.missed > 0 ? classes.bad : ''}>{figures.missed}</span>
      </Tile>
      <Tile
        label={t('hotline.tile.people')}
        sub={[
          t('hotline.tile.talking', { count: figures.talking }),
          t('hotline.tile.wrapUp', { count: figures.wrappingUp }),
          t('hotline.tile.other', { count: figures.others }),
        ].join(' · ')}
        age={board.heardAt}
      >
        <span className={figures.free > 0 ? classes.free : ''}>{figures.free}</span>
        <small>{t('hotline.tile.freeOf', { count: figures.free, total: board.people.length })}</small>
      </Tile>
    </div>
  );
}

interface TileProps {
  readonly label: string;
  readonly sub: string;
  readonly age: number;
  readonly children: ReactNode;
  /** The rows behind the figure. */
  readonly search?: CallSearch;
}

function Tile({ label, sub, age, children, search }: TileProps) {
  const inside = (
    <>
      <span className={classes.label}>{label}</span>
      <span className={classes.figure}>{children}</span>
      <span className={classes.sub} title={sub}>
        {sub} <Age at={age} />
      </span>
    </>
  );
  if (!search) return <div className={classes.tile}>{inside}</div>;
  return (
    <Link to="/calls" search={search} className={classes.tile}>
      {inside}
    </Link>
  );
}
