import { Button, Select } from '@mantine/core';
import { IconMessages } from '@tabler/icons-react';
import { Outlet, useMatch, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/session.tsx';
import { Registry } from '../registry/registry.tsx';
import { RegistryMenu } from '../registry/registry-menu.tsx';
import { usePersonChoices } from '../tasks/use-tasks.ts';
import { ListAndCard } from '../ui/list-and-card.tsx';
import { notifyDone, notifyFailed } from '../ui/notify.ts';
import { Panel } from '../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../ui/plain-state.tsx';
import { type Blankable, withoutBlanks } from '../ui/search-values.ts';
import { useNow } from '../ui/use-now.ts';
import { removeEvent } from './api.ts';
import { eventColumns } from './event-columns.ts';
import { type EventSearch, filterOf } from './event-search.ts';
import { useEvents, useEventTypes, useTakeEvent } from './use-events.ts';

/** «Події»: the registry with its filter; the selected event opens at the right half. */
export function EventsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [mayEdit, mayDelete] = [useMay('events.edit'), useMay('events.delete')];
  const filter = filterOf(useSearch({ from: '/frame/events' }));
  const eventId = useMatch({ from: '/frame/events/$eventId', shouldThrow: false })?.params.eventId ?? null;
  // What is still being made can be neither changed nor deleted.
  const known = eventId === 'new' ? null : eventId;
  const now = useNow(60_000);
  const take = useTakeEvent();
  const { rows, error, refetch, loadMore } = useEvents({ ...filter });
  const columns = useMemo(() => eventColumns(t, new Date(now), eventId ? 'beside' : 'list'), [t, now, eventId]);
  const open = (id: string, more: EventSearch = {}) =>
    navigate({
      to: '/events/$eventId',
      params: { eventId: id },
      search: { ...filter, ...more },
      replace: eventId !== null,
    });
  const close = () => navigate({ to: '/events', search: filter });
  const remove = async (id: string) => {
    try {
      await removeEvent(id);
      take(null);
      notifyDone(t('events.removed'));
      await close();
    } catch (failure) {
      notifyFailed(t, failure);
    }
  };

  return (
    <ListAndCard card={eventId && <Outlet />} onClose={close}>
      <Panel fills>
        <RegistryMenu
          isNothingSelected={known === null}
          onCreate={mayEdit ? () => open('new') : undefined}
          onEdit={mayEdit && known ? () => open(known, { edit: true }) : undefined}
          onRemove={mayDelete && known ? () => void remove(known) : undefined}
          isAsleep={eventId === 'new'}
        >
          <EventFilters filter={filter} onChange={(search) => navigate({ to: '/events', search })} />
        </RegistryMenu>
        {!rows && (error ? <ErrorState error={error} onRetry={refetch} /> : <LoadingState lines={12} />)}
        {rows && (
          <Registry
            label={t('events.title')}
            columns={columns}
            rows={rows}
            idOf={(row) => row.eventId}
            selectedId={eventId}
            onSelect={open}
            onEnd={loadMore}
            empty={<EmptyState icon={IconMessages} title={t('events.empty')} hint={t('events.emptyHint')} />}
          />
        )}
      </Panel>
    </ListAndCard>
  );
}

function EventFilters({
  filter,
  onChange,
}: {
  readonly filter: EventSearch;
  readonly onChange: (search: EventSearch) => void;
}) {
  const { t } = useTranslation();
  const change = (more: Partial<Blankable<EventSearch>>) =>
    onChange(withoutBlanks<EventSearch>({ ...filter, ...more }));
  return (
    <>
      <Button
        variant={filter.mine ? 'light' : 'default'}
        aria-pressed={filter.mine === 'yes'}
        onClick={() => change({ mine: filter.mine ? undefined : 'yes' })}
      >
        {t('events.mine')}
      </Button>
      <Select
        aria-label={t('events.field.type')}
        placeholder={t('events.field.type')}
        data={useEventTypes().all}
        value={filter.type ?? null}
        onChange={(type) => change({ type: type ?? undefined })}
        clearable
        searchable
        w={180}
      />
      <Select
        aria-label={t('events.field.responsibleId')}
        placeholder={t('events.field.responsibleId')}
        data={usePersonChoices()}
        value={filter.responsibleId ?? null}
        onChange={(responsibleId) => change({ responsibleId: responsibleId ?? undefined })}
        clearable
        searchable
        w={160}
      />
    </>
  );
}
