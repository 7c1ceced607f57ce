-- Projects, as far as lines and people need them (D-11): something to belong to.
-- Safe while calls are live: a new table.
create table projects (
  project_id uuid        primary key default gen_random_uuid(),
  name       text        collate "uk-x-icu" not null check (name <> ''),
  is_active  boolean     not null default true,
  created_at timestamptz not null default now()
);
create unique index projects_name on projects (lower(name)) where is_active;
