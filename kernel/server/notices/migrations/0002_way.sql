-- 送达: on which ways each person wants his notices, what went out on them, and the words an officer chose.
alter table notice.notice add column turn integer not null default 0;
-- When somebody is to look whether it goes out, further or at all; null when nothing more is to be done.
alter table notice.notice add column next_at timestamptz;
create index notice_due on notice.notice (next_at) where next_at is not null;

create table notice.preference (
  person uuid primary key,
  locale text not null check (locale in ('zh', 'en')),
  -- 免打扰, times of day in Asia/Shanghai; both or neither. What is urgent goes through.
  quiet_from text check (quiet_from ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  quiet_to text check (quiet_to ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  -- Whether it waits for the next working day as well.
  rest_days boolean not null,
  -- {kind: [channel]}; a kind that is missing goes as the house does it.
  ways jsonb not null,
  version integer not null default 1,
  changed_at timestamptz not null,
  check ((quiet_from is null) = (quiet_to is null) and quiet_from is distinct from quiet_to or quiet_from is null)
);

-- What went out; the digest speaks of what was folded.
create table notice.passage (
  notice uuid not null references notice.notice on delete cascade,
  person uuid not null,
  channel text not null,
  day date not null,
  folded boolean not null,
  primary key (notice, channel)
);
create index passage_of_day on notice.passage (person, channel, day);

create table notice.digest (
  person uuid not null,
  channel text not null,
  day date not null,
  due_at timestamptz not null,
  sent_at timestamptz,
  primary key (person, channel, day)
);
create index digest_due on notice.digest (due_at) where sent_at is null;

-- The measure of the house: a day's messages for one person on one way, and after how many working hours an unread one goes further.
create table notice.measure (
  single boolean primary key default true check (single),
  quota integer not null check (quota between 1 and 1000),
  hours integer not null check (hours between 1 and 200)
);
insert into notice.measure (quota, hours) values (20, 2);

create table notice.template (
  kind text primary key,
  -- {zh: {title, text}, en: {title, text}}
  words jsonb not null,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null
);
