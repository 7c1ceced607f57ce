-- Who may do what (D-15, R-003, R-028, R-164): roles, who has them besides the one of their account, and what each role
-- and each person is allowed or denied. A right without a row is inherited: by a person from their roles, by a role from
-- nobody, so it is not there.
-- Safe while calls are live: new tables.
create table access_roles (
  role_id    uuid    primary key default gen_random_uuid(),
  code       text    unique,
  name       text    collate "uk-x-icu" not null check (name <> ''),
  note       text    not null default '',
  sort_order integer not null default 100,
  is_system  boolean generated always as (code is not null) stored
);
create unique index access_roles_name on access_roles (lower(name));
comment on column access_roles.code is 'of the roles that ship, as in people.role; null: made by people';

insert into access_roles (code, name, sort_order) values
  ('administrator', 'Адміністратор', 10),
  ('head', 'Керівник', 20),
  ('supervisor', 'Супервізор', 30),
  ('agent', 'Оператор', 40),
  ('manager', 'Менеджер', 50),
  ('implementer', 'Спеціаліст із впровадження', 60),
  ('viewer', 'Перегляд', 70);

-- Roles besides the main one, people.role. Everybody with people.role is in that role without a row here.
create table access_members (
  role_id   uuid not null references access_roles on delete cascade,
  person_id uuid not null references people on delete cascade,
  primary key (role_id, person_id)
);
create index access_members_by_person on access_members (person_id);

create table access_rules (
  rule_id    uuid    primary key default gen_random_uuid(),
  role_id    uuid    references access_roles on delete cascade,
  person_id  uuid    references people on delete cascade,
  right_key  text    not null check (right_key ~ '^[a-z_]+\.[a-z_]+$'),
  target_id  uuid,
  is_allowed boolean not null,
  reach      text    check (reach in ('own', 'department', 'unit', 'all')),
  check ((role_id is null) <> (person_id is null)),
  check (is_allowed or reach is null),
  unique nulls not distinct (role_id, person_id, right_key, target_id)
);
create index access_rules_by_target on access_rules (target_id) where target_id is not null;
comment on column access_rules.target_id is 'a journal or a unit; null: the right stands for itself';
comment on column access_rules.reach is 'whose things, for rights that have a reach; null where they have none, and where denied';

-- What the roles that ship have been given once. The program gives them the rights of a newer version at a start, and
-- never again what somebody has taken away since.
create table access_shipped (
  role_code text not null,
  right_key text not null,
  primary key (role_code, right_key)
);
