import { IconUser } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../server/people/contract.ts';
import { useMay } from '../app/session.tsx';
import { RegistryMenu } from '../registry/registry-menu.tsx';
import { Panel } from '../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../ui/plain-state.tsx';
import { PeopleList } from './people-list.tsx';
import classes from './people-page.module.css';
import { PersonForm } from './person-form.tsx';
import { PhoneSettings } from './phone-settings.tsx';
import { usePeople } from './use-people.ts';

/** Параметри / Користувачі (R-120…R-133): the list left, the chosen person right. */
export function PeoplePage() {
  const navigate = useNavigate();
  const mayEdit = useMay('people.edit');
  const { person: chosen } = useSearch({ from: '/frame/settings/people' });
  const { people, error, refetch } = usePeople();
  const choose = (person: string) => navigate({ to: '/settings/people', search: { person } });
  return (
    <div className={classes.two}>
      <Panel fills>
        {mayEdit && <RegistryMenu isNothingSelected onCreate={() => choose('new')} />}
        {!people && (error ? <ErrorState error={error} onRetry={refetch} /> : <LoadingState lines={8} />)}
        {people && <PeopleList people={people} chosen={chosen ?? null} onChoose={choose} />}
      </Panel>
      {people && (
        <PersonPane
          person={people.find(({ personId }) => personId === chosen)}
          isNew={chosen === 'new'}
          onSaved={choose}
        />
      )}
    </div>
  );
}

interface PaneProps {
  readonly person: PersonView | undefined;
  readonly isNew: boolean;
  readonly onSaved: (personId: string) => void;
}

function PersonPane({ person, isNew, onSaved }: PaneProps) {
  const { t } = useTranslation();
  const mayEdit = useMay('people.edit');
  if (!person && !isNew) {
    return (
      <Panel>
        <EmptyState icon={IconUser} title={t('people.pick')} hint={mayEdit ? t('people.pickHint') : undefined} />
      </Panel>
    );
  }
  return (
    <div className={classes.pane}>
      <Panel title={person?.fullName ?? t('people.newPerson')}>
        <PersonForm key={person?.personId ?? 'new'} person={person ?? null} mayEdit={mayEdit} onSaved={onSaved} />
      </Panel>
      {person && mayEdit && (
        <Panel title={t('people.phone')}>
          <PhoneSettings key={person.personId} person={person} />
        </Panel>
      )}
    </div>
  );
}
