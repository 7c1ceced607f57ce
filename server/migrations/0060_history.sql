-- Who changed what, when, from what to what (R-045, R-160, D-08). Rows are written once and never changed; only whole
-- months that are past their keeping time are cleared.
-- Safe while calls are live: new tables only.
create table history (
  entry_id    bigint      generated always as identity primary key,
  change_id   uuid        not null,
  at          timestamptz not null default now(),
  kind        text        not null,
  object_id   text        not null,
  object_name text        not null,
  field       text        not null,
  old_value   jsonb,
  new_value   jsonb,
  person_id   uuid        references people,
  source      text        not null check (source in ('user', 'calculation', 'load', 'import', 'api')),
  reason      text        not null default ''
);
comment on column history.change_id is 'joins the fields of one save';
comment on column history.field is '* for the whole object: made when old_value is null, removed when new_value is null';
comment on column history.old_value is '{code, text}: the text as it was seen then; {secret: true} for what must not be kept';
create index history_by_object on history (kind, object_id, entry_id desc);
create index history_by_person on history (person_id, entry_id desc);
create index history_by_time on history (at);

-- «Ведення історії»: what differs from the defaults of server/history/history-fields.ts.
create table history_fields (
  kind    text    not null,
  field   text    not null,
  is_kept boolean not null,
  primary key (kind, field)
);
create table history_periods (
  kind        text    primary key,
  keep_months integer not null check (keep_months between 1 and 600)
);
comment on table history_periods is 'a kind without a row is kept for ever';
