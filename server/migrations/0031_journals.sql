-- Journals of projects (D-07, R-090…R-096): a tree under the one system section «Проєкти». «Загальний» is there from the
-- start, so that a project always has a journal; its id is fixed, as it is the default of the column.
-- Changes projects: a small table, locked for a moment; lines and people read it only when they are saved.
create table journals (
  journal_id         uuid    primary key default gen_random_uuid(),
  parent_id          uuid    references journals,
  code               text    not null check (code <> ''),
  name               text    collate "uk-x-icu" not null check (name <> ''),
  description        text    not null default '',
  default_kind       text    not null default 'external' check (default_kind in ('external', 'internal')),
  default_event_type text    references event_types,
  responsible_id     uuid,
  closes_on          date,
  sort_order         integer not null default 100,
  is_active          boolean not null default true,
  is_system          boolean not null default false,
  check (is_system = (parent_id is null)),
  check (parent_id <> journal_id)
);
create unique index journals_code on journals (lower(code));
create index journals_parent on journals (parent_id);
comment on column journals.closes_on is 'the last day on which a project may be made in it; null: never closes';

insert into journals (journal_id, parent_id, code, name, default_kind, sort_order, is_system)
values
  ('00000000-0000-4000-8000-000000000001', null, 'projects', 'Проєкти', 'external', 10, true),
  ('00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000001', 'general', 'Загальний', 'external', 10, false);

alter table projects
  add journal_id uuid not null default '00000000-0000-4000-8000-000000000002' references journals,
  add kind       text not null default 'internal' check (kind in ('external', 'internal')),
  add doc_number text,
  add client_id  uuid references clients,
  add constraint projects_customer check (kind = 'internal' or client_id is not null);
create index projects_journal on projects (journal_id);
create index projects_client on projects (client_id);
