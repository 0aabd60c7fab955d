-- 通知: what each person should know of, in both languages, until he has seen it or it has become pointless.
create schema if not exists notice;

create table notice.notice (
  id uuid primary key,
  -- The order in which they were told, where several fall on one moment.
  seq bigint generated always as identity,
  person uuid not null,
  kind text not null,
  -- The same happening tells a person once, however often it is heard.
  key text not null,
  importance text not null check (importance in ('urgent', 'important', 'normal')),
  matter uuid references matter.matter,
  -- Told for the sake of this role: who has lost it reads it no more.
  role text,
  -- The page of the console that a tap opens.
  path text,
  -- {zh: {title, text}, en: {title, text}}, as they were worded that day.
  words jsonb not null,
  -- Who brought it about.
  by_person uuid,
  at timestamptz not null,
  read_at timestamptz,
  -- It no longer waits for him: somebody else was faster, or the matter has moved on.
  settled_at timestamptz,
  unique (person, key)
);
create index notice_of_person on notice.notice (person, at desc, seq desc);
create index notice_unread on notice.notice (person) where read_at is null and settled_at is null;
create index notice_of_matter on notice.notice (matter) where read_at is null and settled_at is null;
create index notice_at on notice.notice (at);

-- How far the log of events has been heard.
create table notice.ear (
  single boolean primary key default true check (single),
  heard text
);
insert into notice.ear (single) values (true);
