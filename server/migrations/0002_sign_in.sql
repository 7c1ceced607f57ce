-- Accounts, passwords and sessions, in the tables better-auth expects, column names included; hence a schema
-- of their own. Only server/access reads or writes them. `auth."user".id` is the person's id everywhere.
-- Safe while calls are live: new tables only.
create schema auth;

create table auth."user" (
  id              uuid        primary key default gen_random_uuid(),
  name            text        not null,
  email           text        not null unique check (email = lower(email)),
  "emailVerified" boolean     not null default false,
  image           text,
  "createdAt"     timestamptz not null default now(),
  "updatedAt"     timestamptz not null default now()
);

create table auth.session (
  id          uuid        primary key default gen_random_uuid(),
  "expiresAt" timestamptz not null,
  token       text        not null unique,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  "ipAddress" text,
  "userAgent" text,
  "userId"    uuid        not null references auth."user" on delete cascade
);
create index session_by_user on auth.session ("userId");

create table auth.account (
  id                      uuid        primary key default gen_random_uuid(),
  "accountId"             text        not null,
  "providerId"            text        not null,
  "userId"                uuid        not null references auth."user" on delete cascade,
  "accessToken"           text,
  "refreshToken"          text,
  "idToken"               text,
  "accessTokenExpiresAt"  timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope                   text,
  password                text,
  "createdAt"             timestamptz not null default now(),
  "updatedAt"             timestamptz not null default now(),
  unique ("providerId", "accountId")
);
create index account_by_user on auth.account ("userId");
comment on column auth.account.password is 'argon2id in its own text form; salt and costs are inside';

create table auth.verification (
  id          uuid        primary key default gen_random_uuid(),
  identifier  text        not null,
  value       text        not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index verification_by_identifier on auth.verification (identifier);
