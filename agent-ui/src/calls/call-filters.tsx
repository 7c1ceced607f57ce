import { Button, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './call-filters.module.css';
import { type CallSearch, directions, periods, results } from './call-search.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
}
type Change = { readonly [Key in keyof CallSearch]?: CallSearch[Key] | undefined };
interface Props {
  readonly search: CallSearch;
  readonly onChange: (change: Change) => void;
  readonly onReset: () => void;
  /** Empty for those who may not see the lists: then there is no such filter. */
  readonly lines: readonly Choice[];
  readonly people: readonly Choice[];
}

/** «Відбір»: each choice goes straight into the address. */
export function CallFilters({ search, onChange, onReset, lines, people }: Props) {
  const { t } = useTranslation();
  const isFiltering = Object.keys(search).length > 0;
  return (
    <search className={classes.filters} aria-label={t('calls.filter.label')}>
      <Pick
        label={t('calls.filter.period')}
        any={t('calls.period.all')}
        value={search.period}
        choices={periods.filter((one) => one !== 'all').map((value) => ({ value, label: t(`calls.period.${value}`) }))}
        onPick={(period) => onChange({ period })}
      />
      <Pick
        label={t('calls.filter.direction')}
        any={t('calls.filter.anyDirection')}
        value={search.direction}
        choices={directions.map((value) => ({ value, label: t(`calls.direction.${value}`) }))}
        onPick={(direction) => onChange({ direction })}
      />
      <Pick
        label={t('calls.filter.result')}
        any={t('calls.filter.anyResult')}
        value={search.result}
        choices={results.map((value) => ({ value, label: t(`calls.filter.${value}`) }))}
        onPick={(result) => onChange({ result })}
      />
      {lines.length > 0 && (
        <Pick
          label={t('calls.filter.line')}
          any={t('calls.filter.anyLine')}
          value={search.lineId}
          choices={lines}
          onPick={(lineId) => onChange({ lineId })}
        />
      )}
      {people.length > 0 && (
        <Pick
          label={t('calls.filter.person')}
          any={t('calls.filter.anyone')}
          value={search.personId}
          choices={people}
          onPick={(personId) => onChange({ personId })}
        />
      )}
      <NumberFilter value={search.number ?? ''} onChange={(number) => onChange({ number: number || undefined })} />
      {search.clientId && <span className={classes.fixed}>{t('calls.filter.client')}</span>}
      {isFiltering && (
        <Button variant="subtle" onClick={onReset}>
          {t('calls.filter.reset')}
        </Button>
      )}
    </search>
  );
}

interface PickProps<Value extends string> {
  readonly label: string;
  readonly any: string;
  readonly value: Value | undefined;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly onPick: (value: Value | undefined) => void;
}

function Pick<Value extends string>({ label, any, value, choices, onPick }: PickProps<Value>) {
  return (
    <Select
      aria-label={label}
      placeholder={any}
      data={[...choices]}
      value={value ?? null}
      onChange={(picked) => onPick(choices.find((choice) => choice.value === picked)?.value)}
      clearable
      searchable={choices.length > 8}
      className={value ? classes.used : classes.pick}
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
    />
  );
}

function NumberFilter({ value, onChange }: { readonly value: string; readonly onChange: (number: string) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  const tell = useDebouncedCallback(onChange, 250);
  useEffect(() => setText(value), [value]);
  return (
    <TextInput
      aria-label={t('calls.filter.number')}
      placeholder={t('calls.filter.number')}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        tell(event.currentTarget.value.trim());
      }}
      inputMode="tel"
      maxLength={20}
      className={classes.pick}
    />
  );
}
