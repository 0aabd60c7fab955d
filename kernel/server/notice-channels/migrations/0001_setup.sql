-- 通知渠道: how the house reaches people, what was tried on each way, and under which address a person is known there.
create schema if not exists channel;

create table channel.setup (
  id uuid primary key,
  kind text not null,
  title text not null,
  -- By field; nothing in it is secret.
  settings jsonb not null,
  -- Sealed by the vault; null when none is set.
  secrets text,
  -- When each of them was set, by name.
  secrets_set jsonb not null default '{}',
  enabled boolean not null,
  per_minute integer not null check (per_minute between 1 and 6000),
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- A robot's group is addressed by its title.
  constraint setup_title unique (kind, title)
);
-- Of what reaches single persons one is in use; robots speak into a group each.
create unique index setup_in_use on channel.setup (kind) where enabled and kind not in ('wecom-robot', 'dingtalk-robot');

-- Each time something was sent: for the limit a minute, the counts of the day and the last error. No words and no address.
create table channel.attempt (
  id bigint generated always as identity primary key,
  setup uuid not null references channel.setup on delete cascade,
  at timestamptz not null,
  -- Null while it is under way.
  sent boolean,
  receipt text,
  problem jsonb
);
create index attempt_of_setup on channel.attempt (setup, at desc);
create index attempt_at on channel.attempt (at);

create table channel.address (
  person uuid not null,
  kind text not null,
  value text not null,
  changed_at timestamptz not null,
  primary key (person, kind)
);
