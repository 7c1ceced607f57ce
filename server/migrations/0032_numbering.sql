-- Document numbers (D-06): the parameter sets, and one counter per series and period. The counter's row is the lock, so a
-- number is taken in the saving transaction and goes back if that rolls back.
-- Safe while calls are live: new tables only.
create table numbering_rules (
  doc_kind      text    not null check (doc_kind in ('event', 'task', 'project')),
  journal_id    uuid    references journals on delete cascade,
  auto          boolean not null default true,
  prefix        text    not null default '' check (length(prefix) <= 10),
  suffix        text    not null default '' check (length(suffix) <= 10),
  template      text    not null default '{PREFIX}-{YYYY}-{N}' check (template like '%{N}%'),
  counter_width integer not null default 6 check (counter_width between 1 and 12),
  start_from    integer not null default 1 check (start_from > 0),
  reset_period  text    not null default 'year' check (reset_period in ('never', 'year', 'quarter', 'month', 'day')),
  scope         text    not null default 'global' check (scope in ('global', 'journal', 'project', 'unit', 'type')),
  period_date   text    not null default 'document' check (period_date in ('document', 'created')),
  manual_edit   text    not null default 'forbidden' check (manual_edit in ('forbidden', 'with_right')),
  uniqueness    text    not null default 'refuse' check (uniqueness in ('refuse', 'warn')),
  check (journal_id is null or doc_kind = 'project')
);
create unique index numbering_rules_key on numbering_rules (doc_kind, journal_id) nulls not distinct;
comment on column numbering_rules.journal_id is 'null: the set of the whole kind; else a journal''s own, which its descendants inherit';

insert into numbering_rules (doc_kind, prefix) values ('event', 'П'), ('task', 'З'), ('project', 'ПР');

create table numbering_counters (
  doc_kind   text    not null check (doc_kind in ('event', 'task', 'project')),
  scope_key  text    not null,
  period_key text    not null,
  last_value integer not null check (last_value > 0),
  primary key (doc_kind, scope_key, period_key)
);
comment on column numbering_counters.period_key is
  '2026, 2026-Q3, 2026-08 or 2026-08-22; empty for a series that never resets';
