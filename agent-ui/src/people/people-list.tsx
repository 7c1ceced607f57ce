import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../server/people/contract.ts';
import type { Column } from '../registry/column.ts';
import { Registry } from '../registry/registry.tsx';
import { EmptyState } from '../ui/plain-state.tsx';
import classes from './people-page.module.css';

interface Props {
  readonly people: readonly PersonView[];
  readonly chosen: string | null;
  readonly onChoose: (personId: string) => void;
}

/** Everybody by name, found by name, e-mail or SIP number. */
export function PeopleList({ people, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const found = useMemo(() => people.filter((person) => isFound(person, text)), [people, text]);
  const columns = useMemo<readonly Column<PersonView>[]>(
    () => [
      {
        id: 'fullName',
        title: t('people.field.fullName'),
        width: 'minmax(110px, 1fr)',
        cell: (person) => person.fullName,
      },
      {
        id: 'sipExtension',
        title: 'SIP',
        titleHint: t('people.field.sipExtension'),
        width: '84px',
        isNumber: true,
        cell: (person) => (person.isActive ? (person.sipExtension ?? '') : t('people.inactive')),
      },
    ],
    [t],
  );
  return (
    <>
      <TextInput
        className={classes.find}
        aria-label={t('people.find')}
        placeholder={t('people.find')}
        leftSection={<IconSearch size={15} />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Registry
        label={t('people.title')}
        columns={columns}
        rows={found}
        idOf={(person) => person.personId}
        selectedId={chosen}
        onSelect={onChoose}
        empty={<EmptyState icon={IconSearch} title={text === '' ? t('people.empty') : t('people.notFound')} />}
      />
    </>
  );
}

function isFound({ fullName, email, sipExtension }: PersonView, text: string) {
  const wanted = text.trim().toLocaleLowerCase('uk');
  return [fullName, email, sipExtension ?? ''].some((value) => value.toLocaleLowerCase('uk').includes(wanted));
}
