-- 不符合的历史: which days each standard was held against its ledger, and from when to when each subject was in breach.
create schema standard_history;

create table standard_history.run (
  standard text not null,
  day date not null,
  checked integer not null,
  breaches integer not null,
  at timestamptz not null,
  primary key (standard, day)
);

create table standard_history.breach (
  id bigint generated always as identity primary key,
  standard text not null,
  subject text not null,
  name text not null,
  organ uuid,
  site uuid,
  -- The first day on which it was found.
  opened date not null,
  -- The first day on which it was found no more; until then what the last run found stands in `now`.
  ended date,
  -- The finding as it was told on the first day, and on the last day on which it changed.
  then_found jsonb not null,
  now_found jsonb not null,
  check (ended > opened)
);
create unique index breach_one_open on standard_history.breach (standard, subject) where ended is null;
create index on standard_history.breach (standard, opened);
create index on standard_history.breach (standard, ended) where ended is not null;
