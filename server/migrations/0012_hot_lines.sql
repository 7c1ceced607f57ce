-- Hot lines and the numbers that lead to them (D-11, D-13).
-- Safe while calls are live: new tables.
create table hot_lines (
  line_id               uuid    primary key default gen_random_uuid(),
  name                  text    collate "uk-x-icu" not null check (name <> ''),
  project_id            uuid    references projects (project_id),
  ring_seconds          integer not null check (ring_seconds between 5 and 120),
  queue_limit_seconds   integer not null check (queue_limit_seconds between 10 and 3600),
  max_waiting           integer not null check (max_waiting between 0 and 1000),
  music_class           text    not null,
  reserve_after_seconds integer check (reserve_after_seconds between 0 and 600),
  prefers_manager       boolean not null,
  prefers_last_talked   boolean not null,
  wrap_up_seconds       integer not null check (wrap_up_seconds between 0 and 600),
  priority              integer not null check (priority between -10 and 10),
  target_seconds        integer not null check (target_seconds between 1 and 600),
  short_abandon_seconds integer not null check (short_abandon_seconds between 0 and 60),
  is_active             boolean not null
);
create unique index hot_lines_one_name on hot_lines (lower(name));
comment on column hot_lines.reserve_after_seconds is 'null: the common pool never serves the line';

create table line_numbers (
  number     text    primary key check (number ~ '^\+?[0-9*#]{2,20}$'),
  number_key text    not null unique generated always as (right(regexp_replace(number, '[^0-9*#]', '', 'g'), 9)) stored,
  line_id    uuid    not null references hot_lines on delete cascade,
  position   integer not null
);
comment on column line_numbers.number_key is
  'the last nine digits, as the hot line compares what was dialled: +380445001020 and 0445001020 are one number';
