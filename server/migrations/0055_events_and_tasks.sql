-- Events and tasks (R-010, R-011, R-151, R-153, D-01, D-02): each works alone, none needs a project or the other.
-- Shaped for 2,000,000 events and 500,000 tasks: every list is read by an index in the order it is shown.
-- Safe while calls are live: new tables.
create table events (
  event_id       uuid        primary key default gen_random_uuid(),
  number         text        check (number <> ''),
  happened_at    timestamptz not null,
  type           text        not null check (type ~ '^[a-z][a-z0-9_]{1,31}$'),
  client_id      uuid        references clients on delete set null,
  contact_id     uuid        references contact_persons on delete set null,
  address        text        not null default '',
  project_id     uuid        references projects,
  responsible_id uuid        references people (person_id),
  subject        text        not null default '',
  body           text        not null default '',
  duration_seconds integer   check (duration_seconds >= 0),
  result         text        not null default '',
  call_id        text        references calls on delete set null,
  parent_id      uuid        references events on delete cascade,
  replies_to_id  uuid        references events on delete set null,
  is_open        boolean     not null default false,
  author_id      uuid        references people (person_id),
  version        integer     not null default 1 check (version > 0),
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now(),
  check (parent_id <> event_id and replies_to_id <> event_id)
);
comment on column events.number is 'null: a child or a service event, or numbering is off (D-06)';
comment on column events.type is 'code of an event type (D-01); a type in use is never deleted';
comment on column events.address is 'phone number, e-mail or place, as it was said';
comment on column events.parent_id is 'a part of one call, shown inside it (D-01); never a row of the registry';
comment on column events.version is 'a save names the version it changes; on another one it is refused';
create index events_newest on events (happened_at desc, event_id desc) where parent_id is null;
create index events_of_client on events (client_id, happened_at desc, event_id desc) where client_id is not null;
create index events_of_project on events (project_id, happened_at desc, event_id desc) where project_id is not null;
create index events_of_responsible on events (responsible_id, happened_at desc, event_id desc) where responsible_id is not null;
create index events_of_type on events (type, happened_at desc, event_id desc);
create index events_of_call on events (call_id) where call_id is not null;
create index events_of_parent on events (parent_id) where parent_id is not null;
create index events_replying on events (replies_to_id) where replies_to_id is not null;
create index events_of_contact on events (contact_id) where contact_id is not null;
create index events_open on events (happened_at desc, event_id desc) where is_open;

create table tasks (
  task_id          uuid        primary key default gen_random_uuid(),
  number           text        check (number <> ''),
  subject          text        not null check (subject <> ''),
  description      text        not null default '',
  author_id        uuid        not null references people (person_id),
  performer_id     uuid        references people (person_id),
  controller_id    uuid        references people (person_id),
  priority         text        not null default 'normal' check (priority in ('low', 'normal', 'high', 'urgent')),
  planned_start_at timestamptz,
  due_at           timestamptz,
  hold_until       timestamptz,
  started_at       timestamptz,
  finished_at      timestamptz,
  status           text        not null references task_statuses (code),
  stage            text        not null check (stage in ('created', 'assigned', 'in_progress', 'on_hold', 'done', 'rework',
                                                         'closed', 'rejected', 'cancelled')),
  percent_done     integer     not null default 0 check (percent_done between 0 and 100),
  client_id        uuid        references clients on delete set null,
  contact_id       uuid        references contact_persons on delete set null,
  project_id       uuid        references projects,
  source_event_id  uuid        references events on delete set null,
  result           text        not null default '',
  reason           text        not null default '',
  version          integer     not null default 1 check (version > 0),
  created_at       timestamptz not null default now(),
  updated_at       timestamptz not null default now(),
  check (planned_start_at is null or due_at is null or planned_start_at <= due_at)
);
comment on column tasks.stage is 'of the status when it was set: what the rules of D-02 go by';
comment on column tasks.reason is 'of the last move that asked for one';
create index tasks_newest on tasks (created_at desc, task_id desc);
create index tasks_of_performer on tasks (performer_id, created_at desc, task_id desc);
create index tasks_of_controller on tasks (controller_id, created_at desc, task_id desc) where controller_id is not null;
create index tasks_of_author on tasks (author_id, created_at desc, task_id desc);
create index tasks_of_client on tasks (client_id, created_at desc, task_id desc) where client_id is not null;
create index tasks_of_project on tasks (project_id, created_at desc, task_id desc) where project_id is not null;
create index tasks_of_event on tasks (source_event_id) where source_event_id is not null;
create index tasks_of_contact on tasks (contact_id) where contact_id is not null;
create index tasks_of_status on tasks (status);
create index tasks_due on tasks (due_at, task_id)
  where due_at is not null and stage not in ('done', 'closed', 'rejected', 'cancelled');

create table task_people (
  task_id   uuid        not null references tasks on delete cascade,
  role      text        not null check (role in ('co_performer', 'observer')),
  person_id uuid        not null references people (person_id),
  done_at   timestamptz,
  primary key (task_id, role, person_id),
  check (role = 'co_performer' or done_at is null)
);
comment on column task_people.done_at is 'when the co-performer marked their own part as done; null: it is open';
create index task_people_of_person on task_people (person_id, task_id);

create table task_comments (
  comment_id uuid        primary key default gen_random_uuid(),
  task_id    uuid        not null references tasks on delete cascade,
  author_id  uuid        not null references people (person_id),
  text       text        not null check (text <> ''),
  created_at timestamptz not null default now()
);
create index task_comments_of_task on task_comments (task_id, created_at, comment_id);
