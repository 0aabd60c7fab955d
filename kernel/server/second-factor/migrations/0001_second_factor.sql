-- 动态口令: the secret a phone shares with the house (sealed), the codes for the day the phone is lost, and who agreed to begin anew.
create schema if not exists second_factor;
create table second_factor.device (
  account uuid primary key references access.account (id),
  secret text not null,
  begun_at timestamptz not null,
  confirmed_at timestamptz,
  last_step bigint,
  failures integer not null default 0,
  locked_until timestamptz
);
create table second_factor.recovery (
  account uuid not null references access.account (id),
  hash bytea not null,
  used_at timestamptz,
  primary key (account, hash)
);
create table second_factor.reset (
  id uuid primary key,
  account uuid not null references access.account (id),
  reason text not null,
  asked_by uuid not null references access.account (id),
  asked_at timestamptz not null,
  agreed_by uuid references access.account (id),
  agreed_at timestamptz
);
create unique index on second_factor.reset (account) where agreed_at is null;
