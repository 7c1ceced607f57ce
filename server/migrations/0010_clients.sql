-- The client card index as far as calls need it (R-013, R-155, R-157; C12).
-- Safe while calls are live: new tables.
create extension if not exists pg_trgm;

create sequence client_codes;

create table clients (
  client_id  uuid        primary key default gen_random_uuid(),
  code       text        not null unique,
  kind       text        not null check (kind in ('legal', 'sole_proprietor', 'natural')),
  name       text        collate "uk-x-icu" not null check (name <> ''),
  full_name  text        not null default '',
  edrpou     text        not null default '' check (edrpou ~ '^([0-9]{8}|[0-9]{10})?$'),
  address    text        not null default '',
  email      text        not null default '',
  manager_id uuid        references people (person_id),
  note       text        not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on column clients.code is 'К-000001: given once, never again, not even when the card is deleted';
comment on column clients.edrpou is 'ЄДРПОУ of 8 digits or РНОКПП of 10; branches may share it, so it is not unique';
create index clients_by_name on clients (name, client_id);
create index clients_by_part_of_name on clients using gin (name gin_trgm_ops);
create index clients_by_edrpou on clients (edrpou text_pattern_ops) where edrpou <> '';
create index clients_by_manager on clients (manager_id);

create table contact_persons (
  contact_id uuid        primary key default gen_random_uuid(),
  client_id  uuid        not null references clients on delete cascade,
  name       text        collate "uk-x-icu" not null check (name <> ''),
  role       text        not null default '',
  created_at timestamptz not null default now(),
  unique (client_id, contact_id)
);

create table client_phones (
  phone_id        uuid    primary key default gen_random_uuid(),
  client_id       uuid    not null references clients on delete cascade,
  contact_id      uuid,
  position        integer not null default 0,
  raw             text    not null,
  e164            text    check (e164 ~ '^\+[0-9]{5,15}$'),
  extension       text    check (extension ~ '^[0-9]{1,8}$'),
  national9       text    check (national9 ~ '^[0-9]{9}$'),
  last7           text    check (last7 ~ '^[0-9]{7}$'),
  type            text    not null check (type in ('work', 'mobile', 'home', 'fax', 'other')),
  label           text    not null default '',
  is_primary      boolean not null default false,
  is_company_line boolean not null default false,
  verified_at     timestamptz,
  foreign key (client_id, contact_id) references contact_persons (client_id, contact_id)
);
comment on column client_phones.raw is 'as typed; the four keys beside it are computed by telephony/numbers';
comment on column client_phones.e164 is '+380501234567; null: no valid number of any country';
comment on column client_phones.national9 is 'last nine digits: finds a number of which one side lacks the country (level national)';
comment on column client_phones.last7 is 'last seven digits: a suggestion only (level suffix)';
create index client_phones_by_e164 on client_phones (e164);
create index client_phones_by_national9 on client_phones (national9);
create index client_phones_by_last7 on client_phones (last7);
create index client_phones_by_client on client_phones (client_id, position);
create index client_phones_by_contact on client_phones (contact_id) where contact_id is not null;
