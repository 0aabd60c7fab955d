-- 事项: what is asked, where it stands, whose it is and by when; its timeline, its parties, its links, what was found.
create schema if not exists matter;

create table matter.matter (
  id uuid primary key,
  kind text not null,
  number text not null unique,
  -- Printed on the sheet: opens the public page, never says who.
  code text not null unique,
  subject text not null,
  state text not null,
  version integer not null default 1 check (version > 0),
  requester uuid,
  requester_name text not null,
  -- Held by whoever reported without signing in.
  requester_token text unique,
  organ uuid,
  site uuid,
  holder_person uuid,
  holder_role text,
  due_at timestamptz,
  -- Set once by the escalation, cleared with a new deadline.
  overdue_at timestamptz,
  opened_at timestamptz not null,
  state_since timestamptz not null,
  closed_at timestamptz,
  rating smallint check (rating between 1 and 5),
  rating_words text,
  parent uuid references matter.matter,
  search text[] not null,
  check (holder_person is null or holder_role is null)
);

create index matter_opened on matter.matter (kind, opened_at desc, id desc);
create index matter_organ on matter.matter (organ, kind, opened_at desc);
create index matter_site on matter.matter (site, kind, opened_at desc);
create index matter_of_person on matter.matter (holder_person, due_at, id) where closed_at is null and holder_person is not null;
create index matter_of_role on matter.matter (holder_role, due_at, id) where closed_at is null and holder_role is not null;
create index matter_asked on matter.matter (requester, opened_at desc) where requester is not null;
create index matter_falls_due on matter.matter (due_at) where closed_at is null and overdue_at is null;
create index matter_parent on matter.matter (parent) where parent is not null;
create index matter_search on matter.matter using gin (search);

create table matter.event (
  id bigint generated always as identity primary key,
  matter uuid not null references matter.matter,
  at timestamptz not null,
  what text not null check (what in ('start', 'step', 'comment', 'link', 'overdue')),
  step text,
  from_state text,
  to_state text,
  -- The version the matter had once this was written.
  version integer not null,
  by_person uuid,
  by_name text not null,
  comment text,
  -- As it was read that day: a reference keeps the name its row had.
  input jsonb,
  files uuid[] not null default '{}'
);
create index event_of_matter on matter.event (matter, id);

create table matter.party (
  matter uuid not null references matter.matter,
  person uuid not null,
  why text not null check (why in ('requester', 'holder', 'named', 'acted', 'watcher')),
  primary key (person, matter, why)
);
create index party_of_matter on matter.party (matter);

create table matter.link (
  matter uuid not null references matter.matter,
  kind text not null check (kind in ('duplicate-of', 'follows', 'part-of')),
  other uuid not null references matter.matter,
  at timestamptz not null,
  by_name text not null,
  primary key (matter, kind, other),
  check (matter <> other)
);
create index link_other on matter.link (other);
create unique index link_one_survivor on matter.link (matter) where kind = 'duplicate-of';
create unique index link_one_whole on matter.link (matter) where kind = 'part-of';

create table matter.finding (
  id bigint generated always as identity primary key,
  matter uuid not null references matter.matter,
  at timestamptz not null,
  step text not null,
  standard text not null,
  level text not null check (level in ('warning', 'note')),
  -- The finding as it was shown: sentence, figures, source.
  finding jsonb not null
);
create index finding_of_matter on matter.finding (matter, id);
