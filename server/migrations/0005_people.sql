-- The people of the firm (R-120…R-133, D-12): one account each, its phone, and how calls reach them. Nobody is ever
-- deleted, only made inactive: calls and history keep pointing at them.
-- Safe while calls are live: a new table.
create table people (
  person_id                  uuid        primary key references auth."user",
  full_name                  text        collate "uk-x-icu" not null check (full_name <> ''),
  role                       text        not null check (role in ('administrator', 'head', 'supervisor', 'agent',
                                                                  'manager', 'implementer', 'viewer')),
  position                   text        not null default '',
  phone_number               text        not null default '',
  sip_extension              text        check (sip_extension ~ '^[1-9][0-9]{1,7}$'),
  sip_secret                 text,
  direct_number              text        check (direct_number ~ '^\+?[0-9]{3,20}$'),
  auto_start_phone           boolean     not null default true,
  receive_corporate_mail     boolean     not null default false,
  use_statuses_for_telephony boolean     not null default true,
  open_card_on_call          boolean     not null default true,
  auto_create_event          boolean     not null default true,
  telephony_project_id       uuid        references projects,
  language                   text        not null default 'uk' check (language in ('uk', 'en')),
  is_active                  boolean     not null default true,
  created_at                 timestamptz not null default now(),
  constraint people_secret_with_extension check ((sip_extension is null) = (sip_secret is null))
);
-- Among active people only: the number of somebody who left may be given to another.
create unique index people_sip_extension on people (sip_extension) where is_active;
create unique index people_direct_number on people (direct_number) where is_active;
comment on column people.sip_secret is 'encrypted by server/platform/secrets; both phones of the person use it';
comment on column people.direct_number is 'digits, a plus in front at most: as the telephone server reports what was dialled';
comment on column people.telephony_project_id is 'null: the common pool (D-11)';
