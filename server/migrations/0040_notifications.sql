-- Notifications (R-110…R-118, D-04) and their log (D-05). The table of ticks, what is queued, and what became of it.
-- Safe while calls are live: new tables only.
create table notification_cells (
  performer_type text    not null,
  stage          text    not null,
  in_app         boolean not null,
  email          boolean not null,
  primary key (performer_type, stage)
);
insert into notification_cells (performer_type, stage, in_app, email)
select performer_type, stage, mark like 'С%', mark like '%Е'
from (values
  ('author',             '-  -  С  С  СЕ С  С  СЕ -  -  СЕ С  С'),
  ('performer',          '-  СЕ -  С  -  СЕ С  -  СЕ СЕ СЕ СЕ С'),
  ('co_performer',       '-  СЕ -  С  -  С  С  -  С  С  С  С  С'),
  ('controller',         'С  -  С  С  СЕ -  С  С  С  -  СЕ С  С'),
  ('observer',           '-  -  -  -  С  -  С  -  С  -  -  -  -'),
  ('project_manager',    'С  -  -  С  С  -  С  С  С  -  СЕ -  -'),
  ('project_controller', '-  -  -  -  С  -  -  -  -  -  С  -  -'),
  ('team_member',        '-  -  -  -  -  -  -  -  -  -  -  -  -'),
  ('client_manager',     '-  -  -  -  С  -  С  -  -  -  -  -  -')
) as rows (performer_type, marks)
cross join lateral unnest(
  regexp_split_to_array(marks, ' +'),
  array['created', 'assigned', 'in_progress', 'on_hold', 'done', 'rework', 'closed', 'rejected', 'cancelled',
        'due_soon', 'overdue', 'deadline_changed', 'commented']
) as cells (mark, stage);

create table notification_parameters (
  only_one         boolean not null primary key default true check (only_one),
  responsible_kind text    not null default 'employee' check (responsible_kind in ('employee', 'user')),
  log_mode         text    not null default 'all' check (log_mode in ('off', 'errors', 'all')),
  keep_days        integer not null default 180 check (keep_days between 1 and 3650),
  tells_actor      boolean not null default false
);
insert into notification_parameters default values;

create table notification_refusals (
  person_id uuid not null references people,
  stage     text not null,
  channel   text not null check (channel in ('in_app', 'email')),
  primary key (person_id, stage, channel)
);
comment on table notification_refusals is 'what a person has switched off of what the table would send them';

create table deliveries (
  delivery_id     uuid        primary key default gen_random_uuid(),
  made_at         timestamptz not null,
  sent_at         timestamptz,
  read_at         timestamptz,
  channel         text        not null check (channel in ('in_app', 'email')),
  person_id       uuid        not null references people,
  address         text,
  performer_types text[]      not null,
  stage           text        not null,
  object_kind     text        not null check (object_kind in ('task', 'event', 'project')),
  object_id       uuid        not null,
  object_number   text,
  subject         text        not null,
  status          text        not null check (status in ('queued', 'sent', 'read', 'failed', 'skipped', 'withdrawn')),
  attempts        integer     not null default 0,
  next_attempt_at timestamptz,
  reason          text,
  message_id      text,
  body            text,
  joined_into     uuid        references deliveries on delete set null,
  constraint deliveries_queued_has_time check ((status = 'queued') = (next_attempt_at is not null))
);
create index deliveries_by_person on deliveries (person_id, made_at desc) where channel = 'in_app';
create index deliveries_by_made on deliveries (made_at desc, delivery_id);
create index deliveries_waiting on deliveries (person_id, object_id) where status = 'queued';
comment on column deliveries.reason is
  'skipped: no_address, no_access, switched_off, own_action, joined; failed or waiting again: the words of the mail server';
comment on column deliveries.performer_types is 'the rows of the table whose ticks caused it';
