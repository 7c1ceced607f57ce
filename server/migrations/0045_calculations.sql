-- Calculations (R-043, R-050…R-053, D-09): programs of task, event and project documents, with their versions, the
-- constants they read, and the log of their runs.
-- Safe while calls are live: new tables.
create table calculations (
  calculation_id uuid        primary key default gen_random_uuid(),
  document       text        not null check (document in ('task', 'event', 'project')),
  name           text        collate "uk-x-icu" not null check (name <> ''),
  trigger        text        not null check (trigger in ('on_new', 'on_change', 'before_save', 'before_status',
                                                         'after_save', 'manual', 'batch')),
  watched_fields text[]      not null default '{}',
  code           text        not null,
  sort_order     integer     not null default 100,
  is_enabled     boolean     not null default true,
  note           text        not null default '',
  version        integer     not null default 1 check (version > 0),
  updated_at     timestamptz not null default now(),
  updated_by     uuid        references people (person_id),
  check (document <> 'event' or trigger <> 'before_status')
);
create unique index calculations_name on calculations (document, lower(name));
create index calculations_to_run on calculations (document, trigger, sort_order, name) where is_enabled;
comment on column calculations.watched_fields is 'for on_change: codes of fields; empty: any field';

create table calculation_versions (
  calculation_id uuid        not null references calculations on delete cascade,
  version        integer     not null check (version > 0),
  name           text        not null,
  code           text        not null,
  saved_at       timestamptz not null default now(),
  saved_by       uuid        references people (person_id),
  primary key (calculation_id, version)
);
comment on table calculation_versions is 'a row per change of the program''s text; other properties keep no versions';

create table calculation_constants (
  code       text    primary key check (code <> ''),
  name       text    not null default '',
  type       text    not null check (type in ('NUM', 'CHAR', 'DATE', 'TIME')),
  value      text    not null,
  updated_at timestamptz not null default now()
);
comment on column calculation_constants.value is 'NUM 12.5, CHAR any text, DATE 2026-08-22, TIME 18:00';

create table calculation_runs (
  run_id         bigint      generated always as identity primary key,
  at             timestamptz not null default now(),
  calculation_id uuid        references calculations on delete set null,
  name           text        not null,
  document       text        not null,
  document_id    text,
  trigger        text        not null,
  outcome        text        not null check (outcome in ('done', 'refused', 'failed')),
  message        text        not null default '',
  line           integer,
  milliseconds   real        not null,
  person_id      uuid        references people (person_id),
  source         text        not null check (source in ('user', 'load', 'mail'))
);
comment on column calculation_runs.name is 'of the program as it was then: the log outlives it';
create index calculation_runs_by_program on calculation_runs (calculation_id, run_id desc);
create index calculation_runs_by_outcome on calculation_runs (outcome, run_id desc);
create index calculation_runs_by_age on calculation_runs (at);

create table calculation_settings (
  only_row  boolean primary key default true check (only_row),
  keep_days integer not null check (keep_days between 1 and 3650)
);
insert into calculation_settings (keep_days) values (90);
