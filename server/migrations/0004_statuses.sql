-- The status directories: of people (D-03, R-080…R-083) and of tasks (D-02, R-070…R-072). The system rows are put
-- here and nowhere else; the hot line knows `free`, `with_client`, `wrap_up` and `absent` by their codes.
-- Safe while calls are live: new tables only.
create table user_statuses (
  code            text    primary key check (code ~ '^[a-z][a-z0-9_]{1,31}$'),
  name            text    collate "uk-x-icu" not null check (name <> ''),
  accepts_hotline boolean not null,
  accepts_direct  text    not null check (accepts_direct in ('yes', 'waiting', 'no')),
  is_working_time boolean not null,
  is_set_by_hand  boolean not null,
  needs_reason    boolean not null,
  limit_minutes   integer check (limit_minutes between 1 and 1440),
  colour          text    not null check (colour in ('free', 'ringing', 'talking', 'wrap_up', 'break', 'away', 'bad')),
  sort_order      integer not null,
  is_active       boolean not null default true,
  note            text    not null default '',
  is_system       boolean not null default false
);
create unique index user_statuses_name on user_statuses (lower(name));
comment on column user_statuses.accepts_direct is 'waiting: a direct call passes on to somebody free (R-132)';
comment on column user_statuses.limit_minutes is 'a warning is shown after so many minutes; null: never';

insert into user_statuses
  (code, name, accepts_hotline, accepts_direct, is_working_time, is_set_by_hand, needs_reason, colour, sort_order, is_system)
values
  ('free',         'Вільний',            true,  'yes',     true,  true, false, 'free',    10, true),
  ('with_client',  'Робота з клієнтами', false, 'waiting', true,  true, false, 'talking', 20, true),
  ('wrap_up',      'Обробка звернення',  false, 'yes',     true,  true, false, 'wrap_up', 30, true),
  ('break',        'Перерва',            false, 'yes',     true,  true, false, 'break',   40, true),
  ('lunch',        'Обід',               false, 'no',      false, true, false, 'break',   50, true),
  ('absent',       'Відсутній',          false, 'no',      false, true, false, 'away',    60, true),
  ('meeting',      'Нарада',             false, 'no',      true,  true, false, 'break',   70, false),
  ('training',     'Навчання',           false, 'no',      true,  true, false, 'break',   80, false),
  ('client_visit', 'Виїзд до клієнта',   false, 'yes',     true,  true, true,  'away',    90, false);

create table task_statuses (
  code         text    primary key check (code ~ '^[a-z][a-z0-9_]{1,31}$'),
  name         text    collate "uk-x-icu" not null check (name <> ''),
  stage        text    not null check (stage in ('created', 'assigned', 'in_progress', 'on_hold', 'done', 'rework',
                                                 'closed', 'rejected', 'cancelled')),
  percent_done integer not null check (percent_done between 0 and 100),
  needs_reason boolean not null,
  sort_order   integer not null,
  is_active    boolean not null default true,
  note         text    not null default '',
  is_system    boolean not null default false
);
create unique index task_statuses_name on task_statuses (lower(name));

insert into task_statuses (code, name, stage, percent_done, needs_reason, sort_order, is_system)
values
  ('new',         'Нова',                       'created',     0,   false, 10, true),
  ('assigned',    'Призначена',                 'assigned',    0,   false, 20, true),
  ('in_progress', 'Виконується',                'in_progress', 50,  false, 30, true),
  ('on_hold',     'Відкладена',                 'on_hold',     50,  true,  40, true),
  ('done',        'Виконана',                   'done',        100, false, 50, true),
  ('rework',      'Повернена на доопрацювання', 'rework',      50,  true,  60, true),
  ('closed',      'Закрита',                    'closed',      100, false, 70, true),
  ('rejected',    'Відхилена',                  'rejected',    0,   true,  80, true),
  ('cancelled',   'Скасована',                  'cancelled',   0,   false, 90, true);
