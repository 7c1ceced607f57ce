-- One leader per PBX (server/platform/lease.ts): who holds the row runs the hot line's engine.
-- Safe while calls are live: a new table.
create table leases (
  name       text        primary key,
  holder     text        not null,
  epoch      bigint      not null check (epoch > 0),
  expires_at timestamptz not null
);
comment on column leases.holder is 'host:pid:moment of the process that holds it, for people to read';
comment on column leases.epoch is 'goes up with every change of holder; a command of an earlier epoch is void';
