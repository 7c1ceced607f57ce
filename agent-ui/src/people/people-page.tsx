import { Tabs } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../server/people/contract.ts';
import { useMay } from '../app/session.tsx';
import { RegistryMenu } from '../registry/registry-menu.tsx';
import { Panel } from '../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../ui/plain-state.tsx';
import { PeopleList } from './people-list.tsx';
import classes from './people-page.module.css';
import { PersonDetails } from './person-details.tsx';
import { PersonForm } from './person-form.tsx';
import { PersonParameters } from './person-parameters.tsx';
import { PhoneSettings } from './phone-settings.tsx';
import { type KeptDrafts, useKeptDrafts } from './use-kept-drafts.ts';
import { usePeople } from './use-people.ts';

/** Параметри / Користувачі (R-120…R-133): the list left, the chosen person right. */
export function PeoplePage() {
  const navigate = useNavigate();
  const mayEdit = useMay('people.edit');
  const { person: chosen } = useSearch({ from: '/frame/settings/people' });
  const { people, error, refetch } = usePeople();
  const drafts = useKeptDrafts();
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
          drafts={drafts}
          onSaved={choose}
        />
      )}
    </div>
  );
}

interface PaneProps {
  readonly person: PersonView | undefined;
  readonly isNew: boolean;
  readonly drafts: KeptDrafts;
  readonly onSaved: (personId: string) => void;
}

function PersonPane({ person, isNew, drafts, onSaved }: PaneProps) {
  const { t } = useTranslation();
  const [tab, setTab] = useState<string | null>('parameters');
  const mayEdit = useMay('people.edit');
  if (!person && !isNew) {
    return (
      <Panel>
        <EmptyState icon={IconUser} title={t('people.pick')} hint={mayEdit ? t('people.pickHint') : undefined} />
      </Panel>
    );
  }
  if (!person) {
    return (
      <div className={classes.pane}>
        <Panel title={t('people.newPerson')}>
          <PersonForm key="new" person={null} mayEdit={mayEdit} drafts={drafts} onSaved={onSaved}>
            {(form) => <PersonDetails isNew form={form} mayEdit={mayEdit} />}
          </PersonForm>
        </Panel>
      </div>
    );
  }
  return (
    <div className={classes.pane}>
      <Panel title={person.fullName}>
        <PersonForm key={person.personId} person={person} mayEdit={mayEdit} drafts={drafts} onSaved={onSaved}>
          {(form) => (
            <Tabs value={tabOf(form.errors, tab)} onChange={setTab}>
              <Tabs.List>
                <Tabs.Tab value="parameters">{t('personTabs.parameters')}</Tabs.Tab>
                <Tabs.Tab value="details">{t('personTabs.details')}</Tabs.Tab>
              </Tabs.List>
              <Tabs.Panel value="parameters" pt="md">
                <PersonParameters person={person} form={form} mayEdit={mayEdit} />
              </Tabs.Panel>
              <Tabs.Panel value="details" pt="md">
                <PersonDetails isNew={false} form={form} mayEdit={mayEdit} />
              </Tabs.Panel>
            </Tabs>
          )}
        </PersonForm>
      </Panel>
      {mayEdit && (
        <Panel title={t('people.phone')}>
          <PhoneSettings key={person.personId} person={person} />
        </Panel>
      )}
    </div>
  );
}

const onDetails: readonly string[] = ['email', 'fullName', 'employeeId', 'role', 'password', 'isActive'];

/** What is refused must be in sight: the tab with the first error is the open one until it is put right. */
function tabOf(errors: Readonly<Record<string, unknown>>, chosen: string | null): string | null {
  const [first] = Object.keys(errors);
  if (first === undefined) return chosen;
  return onDetails.includes(first) ? 'details' : 'parameters';
}
