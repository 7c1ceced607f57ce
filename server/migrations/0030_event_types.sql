-- The directory of event types (D-01, R-060…R-065). The system rows are put here and nowhere else; the phone and the
-- mail receiver know theirs by code.
-- Safe while calls are live: a new table.
create table event_types (
  code              text    primary key check (code ~ '^[a-z][a-z0-9_]{1,31}$'),
  name              text    collate "uk-x-icu" not null check (name <> ''),
  channel           text    not null check (channel in ('call', 'paper', 'email', 'in_person', 'messenger', 'site', 'service', 'other')),
  direction         text    not null check (direction in ('in', 'out', 'none')),
  is_client_contact boolean not null,
  needs_client      boolean not null default false,
  default_minutes   integer check (default_minutes between 1 and 1440),
  creates_task      boolean not null default false,
  task_performer    text    not null default 'author' check (task_performer in ('author', 'client_manager', 'project_manager')),
  task_due_hours    integer check (task_due_hours between 1 and 8760),
  made_by           text[]  not null default '{user}'
                    check (made_by <@ '{phone,loader,user,mail_receiver,mail_sender,queue_kiosk}'::text[]),
  sort_order        integer not null,
  is_active         boolean not null default true,
  note              text    not null default '',
  is_system         boolean not null default false
);
create unique index event_types_name on event_types (lower(name));
comment on column event_types.task_due_hours is 'after the event; null: the task has no due time';
comment on column event_types.made_by is 'what of the product makes events of the type by itself, and whether people may';

insert into event_types (code, name, channel, direction, is_client_contact, made_by, sort_order, is_system)
values
  ('call_in',           'Вхідний дзвінок',                  'call',      'in',   true,  '{phone,loader,user}', 10, true),
  ('call_out',          'Вихідний дзвінок',                 'call',      'out',  true,  '{phone,loader,user}', 20, true),
  ('letter_in',         'Вхідний лист',                     'paper',     'in',   true,  '{user}', 30, true),
  ('letter_out',        'Вихідний лист',                    'paper',     'out',  true,  '{user}', 40, true),
  ('email_in',          'Вхідний електронний лист',         'email',     'in',   true,  '{mail_receiver,user}', 50, true),
  ('email_out',         'Вихідний електронний лист',        'email',     'out',  true,  '{mail_sender}', 60, true),
  ('survey',            'Опитування',                       'other',     'out',  true,  '{user}', 70, true),
  ('visit',             'Виїзд',                            'in_person', 'out',  true,  '{user}', 80, true),
  ('phone_on',          'Ввімкнення телефону',              'service',   'none', false, '{phone}', 90, true),
  ('phone_off',         'Відключення телефону',             'service',   'none', false, '{phone}', 100, true),
  ('call_in_missed',    'Неприйнятий вхідний дзвінок',      'call',      'in',   false, '{phone,loader}', 110, true),
  ('call_out_missed',   'Неприйнятий вихідний дзвінок',     'call',      'out',  false, '{phone,loader}', 120, true),
  ('call_missed_reply', 'Відповідь на неприйнятий дзвінок', 'call',      'out',  true,  '{phone,loader}', 130, true),
  ('call_back',         'Зворотний дзвінок',                'call',      'out',  true,  '{phone,user}', 140, true),
  ('call_transfer',     'Переадресація дзвінка',            'call',      'none', false, '{phone,loader}', 150, true),
  ('call_queue',        'Черга',                            'call',      'in',   false, '{phone,loader}', 160, true),
  ('e_queue',           'Електронна черга',                 'in_person', 'in',   false, '{queue_kiosk,user}', 170, true),
  ('meeting',           'Зустріч',                          'in_person', 'none', true,  '{user}', 180, false),
  ('messenger_message', 'Повідомлення в месенджері',        'messenger', 'in',   true,  '{user}', 190, false),
  ('site_request',      'Звернення з сайту',                'site',      'in',   true,  '{user}', 200, false);
