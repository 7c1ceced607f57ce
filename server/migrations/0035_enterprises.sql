-- Enterprises and branches in one tree (R-020…R-026, D-10, D-14). A structural unit is a row of this tree.
-- There is always one: without centralised accounting it is the whole firm.
-- Safe while calls are live: new tables; people get columns without a default to rewrite.
create table enterprises (
  enterprise_id       uuid        primary key default gen_random_uuid(),
  parent_id           uuid        references enterprises,
  code                text        not null check (code ~ '^[^[:space:]{}]{1,12}$'),
  name                text        collate "uk-x-icu" not null check (name <> ''),
  full_name           text        not null default '',
  edrpou              text        not null default '' check (edrpou ~ '^([0-9]{8}|[0-9]{10})?$'),
  is_active           boolean     not null default true,
  smtp_host           text        not null default '',
  smtp_port           integer     not null default 587 check (smtp_port between 1 and 65535),
  mail_protection     text        not null default 'starttls' check (mail_protection in ('starttls', 'tls', 'none')),
  mail_login          text        not null default '',
  mail_password       text,
  receiving_host      text        not null default '',
  receiving_protocol  text        not null default 'imap' check (receiving_protocol in ('imap')),
  receiving_port      integer     not null default 993 check (receiving_port between 1 and 65535),
  sender_address      text        not null default '',
  check_every_minutes integer     not null default 2 check (check_every_minutes between 1 and 1440),
  created_at          timestamptz not null default now(),
  check (parent_id <> enterprise_id)
);
create unique index enterprises_code on enterprises (lower(code));
create unique index enterprises_name on enterprises (lower(name)) where is_active;
create index enterprises_by_parent on enterprises (parent_id);
comment on column enterprises.code is 'what {UNIT} becomes in a document number';
comment on column enterprises.mail_password is 'encrypted by server/platform/secrets, never sent out';

insert into enterprises (code, name) values ('01', 'Моє підприємство');

create table accounting_mode (
  only_row       boolean primary key default true check (only_row),
  is_centralised boolean not null
);
insert into accounting_mode (is_centralised) values (false);

-- Everybody who works in the firm, with an account or without (R-030…R-034).
create table employees (
  employee_id      uuid        primary key default gen_random_uuid(),
  enterprise_id    uuid        not null references enterprises,
  full_name        text        collate "uk-x-icu" not null check (full_name <> ''),
  position         text        not null default '',
  department       text        not null default '',
  phone_number     text        not null default '',
  email            text        not null default '',
  mailbox_password text,
  note             text        not null default '',
  is_active        boolean     not null default true,
  created_at       timestamptz not null default now()
);
create index employees_by_name on employees (full_name, employee_id);
create index employees_by_enterprise on employees (enterprise_id);
comment on column employees.department is '«підрозділ»: a department of the enterprise, no structural unit';
comment on column employees.mailbox_password is 'encrypted by server/platform/secrets, never sent out';

alter table people add column employee_id uuid references employees;
alter table people add column unit_id uuid references enterprises;
alter table people add column mail_project_id uuid references projects;
comment on column people.unit_id is 'the unit the person works in; heeded under centralised accounting only (D-10)';
comment on column people.full_name is 'of the employee: kept the same when their card is saved';

-- Each account there is belongs to an employee of its own. The employee takes over the account's id, once.
insert into employees (employee_id, enterprise_id, full_name, position, phone_number, email, is_active)
select person_id, (select enterprise_id from enterprises), people.full_name, position, phone_number, account.email, is_active
from people join auth."user" account on account.id = people.person_id;
update people set employee_id = person_id;
alter table people alter column employee_id set not null;

-- At most one account per employee and enterprise (R-029); a closed account does not count.
create unique index people_employee on people (employee_id, unit_id) nulls not distinct where is_active;

-- «Доступні одиниці»: further units of those who serve several.
create table person_units (
  person_id uuid not null references people on delete cascade,
  unit_id   uuid not null references enterprises,
  primary key (person_id, unit_id)
);
