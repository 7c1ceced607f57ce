-- What was shown of each person, and why (C1, D-03): the projection of the ledger's stream `person`. One row per
-- interval; the next row of the person ends it at the moment it begins itself, so that they fill the time exactly.
-- Safe while calls are live: a new table.
create table status_log (
  person_id     uuid        not null references people,
  seq           integer     not null check (seq > 0),
  started_at    timestamptz not null,
  ended_at      timestamptz check (ended_at >= started_at),
  shown         text        not null,
  shown_because text,
  presence      text        not null,
  next_presence text,
  work          text        not null,
  device        text        not null,
  obstacle      text,
  call_id       text,
  until_at      timestamptz,
  source        text        not null,
  by_person_id  uuid,
  note          text,
  primary key (person_id, seq)
);
create index status_log_by_day on status_log (person_id, started_at);
create index status_log_open on status_log (person_id) where ended_at is null;
create index status_log_by_status on status_log (presence);
comment on column status_log.seq is 'number within the person''s stream; makes writing an entry twice harmless';
comment on column status_log.presence is 'the status chosen; `shown` differs from it during calls and wrap-up';
comment on column status_log.until_at is 'when wrap-up, rest or grace ends by itself';
