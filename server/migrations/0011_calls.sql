-- What the hot line writes (C9), and the calls, legs and notes read from it (R-143…R-145, D-17).
-- Safe while calls are live: new tables.

-- Everything that ever happened, append only. Writing the same entry twice is harmless by the key.
create table ledger (
  stream_kind text        not null check (stream_kind in ('call', 'person')),
  stream_id   text        not null,
  seq         integer     not null check (seq > 0),
  at          timestamptz not null,
  type        text        not null,
  data        jsonb       not null,
  primary key (stream_kind, stream_id, seq)
);
comment on column ledger.stream_id is 'call id or person id; seq counts 1, 2, 3… within it';
-- Exactly one outcome per call (C7), whoever writes it.
create unique index ledger_one_end_per_call on ledger (stream_id) where type = 'call.ended';

create table calls (
  call_id        text        primary key,
  arrived_at     timestamptz not null,
  direction      text        not null check (direction in ('in', 'out', 'internal')),
  line_id        uuid,
  other_number   text,
  other_digits   text        not null default '',
  caller_name    text        not null default '',
  dialled        text        not null default '',
  from_person_id uuid,
  to_person_id   uuid,
  person_id      uuid,
  client_id      uuid        references clients on delete set null,
  contact_id     uuid        references contact_persons on delete set null,
  linked_by      text        check (linked_by in ('number', 'person')),
  is_logged      boolean     not null,
  offers         integer     not null default 0,
  bridged_at     timestamptz,
  ended_at       timestamptz,
  outcome        text        check (outcome in ('answered', 'abandoned', 'abandoned_ringing', 'queue_timeout', 'queue_full',
                             'unknown_number', 'lost_in_gap', 'no_answer', 'busy', 'declined', 'unreachable')),
  cause          text,
  ended_by       text        check (ended_by in ('caller', 'person', 'far_end', 'system')),
  wait_ms        integer     check (wait_ms >= 0),
  talk_ms        integer     check (talk_ms >= 0),
  check ((outcome is null) = (ended_at is null)),
  check ((outcome is null) = (wait_ms is null))
);
comment on table calls is 'one row per conversation; line and people are ids without a foreign key: a call is recorded whatever became of them';
comment on column calls.other_number is 'the other side: who called, or who was dialled; E.164 when valid, else what came, cleaned; null: withheld';
comment on column calls.other_digits is 'digits of other_number, to be searched by a part';
comment on column calls.person_id is 'who talked last; null: nobody yet';
comment on column calls.is_logged is 'false: kept out of the call log by R-143, still counted by the board and the reports';
comment on column calls.linked_by is 'person: chosen by hand, never changed by matching again';
comment on column calls.wait_ms is 'from arrival to the bridge, or to the end when there was none';
create index calls_newest on calls (arrived_at desc, call_id desc) where is_logged;
create index calls_of_line on calls (line_id, arrived_at desc, call_id desc) where is_logged;
create index calls_of_client on calls (client_id, arrived_at desc, call_id desc) where client_id is not null;
create index calls_of_number on calls (other_number, arrived_at desc) where other_number is not null;
create index calls_by_part_of_number on calls using gin (other_digits gin_trgm_ops) where is_logged;
create index calls_alive on calls (call_id) where ended_at is null;
create index calls_figures on calls (arrived_at) include (line_id, bridged_at, outcome, wait_ms) where line_id is not null;

-- Who was rung, dialled or talked: a person's own calls, newest first, without a sort.
create table call_people (
  person_id  uuid        not null,
  arrived_at timestamptz not null,
  call_id    text        not null references calls on delete cascade,
  talked     boolean     not null default false,
  primary key (person_id, arrived_at, call_id)
);

create table call_legs (
  call_id    text        not null references calls on delete cascade,
  offer_no   integer     not null check (offer_no > 0),
  person_id  uuid        not null,
  reason     text        not null check (reason in ('manager', 'last_talked', 'longest_idle', 'dialled')),
  result     text        check (result in ('answered', 'declined', 'missed', 'busy', 'unreachable', 'cancelled')),
  cause      text,
  started_at timestamptz not null,
  ringing_at timestamptz,
  ended_at   timestamptz,
  trace      jsonb       not null,
  primary key (call_id, offer_no),
  check ((result is null) = (ended_at is null))
);
comment on column call_legs.ended_at is 'when the ringing ended, whatever the result';
comment on column call_legs.trace is 'who was considered and what kept each of them out';

create table call_notes (
  call_id    text        primary key references calls on delete cascade,
  text       text        not null,
  revision   integer     not null check (revision > 0),
  updated_by uuid        not null references people (person_id),
  updated_at timestamptz not null default now()
);
comment on column call_notes.revision is 'a save names the revision it changes; on another one it is refused with both texts';

create table pop_log (
  call_id      text        not null,
  offer_no     integer     not null,
  person_id    uuid        not null,
  created_at   timestamptz not null,
  delivered_at timestamptz,
  seen_at      timestamptz,
  primary key (call_id, offer_no, person_id)
);
comment on column pop_log.delivered_at is 'first sent to a console; null: the person had none';
comment on column pop_log.seen_at is 'painted, by the console''s own clock';

create table call_parameters (
  only_row   boolean     primary key default true check (only_row),
  parameters jsonb       not null,
  updated_at timestamptz not null default now()
);
comment on column call_parameters.parameters is 'CallParameters of server/calls/contract.ts; what is missing has its default';
