-- 周期计划: what is made again and again, by which rule, and what each of its days has become.
create schema if not exists plan;

create table plan.plan (
  id uuid primary key,
  kind text not null,
  title text not null check (title <> ''),
  rule jsonb not null,
  -- From a day to a day, both included; without an end until it is stopped.
  starts date not null,
  ends date check (ends is null or ends >= starts),
  -- What becomes of days that passed while nobody looked.
  missed text not null check (missed in ('skip', 'once', 'each')),
  site uuid not null,
  -- What is made, as the kind wants it.
  input jsonb not null,
  -- The last day that has been looked at; what is changed counts from the next.
  seen_until date not null,
  -- How often it has been made: whose turn it is.
  turn integer not null default 0,
  version integer not null default 1,
  stopped_at timestamptz,
  written_at timestamptz not null,
  written_by text not null
);
create index plan_in_force on plan.plan (kind) where stopped_at is null;

create table plan.day (
  plan uuid not null references plan.plan,
  day date not null,
  outcome text not null check (outcome in ('made', 'skipped', 'failed')),
  -- The number of the matter, or the id of the row.
  made text,
  problem text,
  at timestamptz not null,
  primary key (plan, day),
  check ((outcome = 'failed') = (problem is not null))
);
