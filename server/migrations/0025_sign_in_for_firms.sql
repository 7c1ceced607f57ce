-- Second factor and the rules of signing in. Tables in `auth` have the column names better-auth expects.
-- Safe while calls are live: new tables and columns with defaults; nothing is rewritten.
alter table auth."user" add column "twoFactorEnabled" boolean not null default false;
alter table auth.session add column "lastSeenAt" timestamptz not null default now();

create table auth."twoFactor" (
  id                        uuid        primary key default gen_random_uuid(),
  secret                    text        not null,
  "backupCodes"             text        not null,
  "userId"                  uuid        not null unique references auth."user" on delete cascade,
  verified                  boolean     not null default false,
  "failedVerificationCount" integer     not null default 0,
  "lockedUntil"             timestamptz
);
comment on column auth."twoFactor".secret is 'encrypted; "backupCodes" too';

-- A code of an authenticator opens one session; the row keeps it from opening another while it could still be right.
create table auth.used_code (
  person_id uuid        not null references auth."user" on delete cascade,
  code      text        not null,
  used_at   timestamptz not null default now(),
  primary key (person_id, code)
);

create table auth.sign_in_policy (
  only_row            boolean primary key default true check (only_row),
  min_password_length integer not null default 10 check (min_password_length between 8 and 64),
  refuses_common      boolean not null default true
);
insert into auth.sign_in_policy default values;
