-- 导入: each ledger that was brought in is a row, with what became of every line, so that it can be looked at and taken back.
create schema imports;

create table imports.import (
  id uuid primary key,
  register text not null,
  account uuid not null,
  account_name text not null,
  session text not null,
  ip text not null,
  locale text not null check (locale in ('zh', 'en')),
  file uuid not null references files.file,
  file_name text not null,
  file_size bigint not null,
  sha256 text not null,
  sheets text[] not null,
  sheet text not null,
  head_row integer not null,
  head_rows integer not null check (head_rows in (1, 2)),
  titles text[] not null,
  samples jsonb not null,
  -- By field: the column, from 0.
  mapping jsonb not null,
  remembered boolean not null default false,
  -- By field: a word for every new row, where no column brings it.
  fixed jsonb not null,
  -- The fields that tell which row is meant.
  key text[] not null,
  -- By field: what a word was said to mean.
  picks jsonb not null,
  mode text not null check (mode in ('partial', 'whole')),
  state text not null check (state in ('mapping', 'trying', 'tried', 'importing', 'done', 'undoing', 'undone')),
  counts jsonb not null,
  job uuid,
  -- Why the last piece of work stopped, in both languages.
  problem jsonb,
  version integer not null default 1,
  created_at timestamptz not null,
  done_at timestamptz,
  undone_at timestamptz
);
create index import_register on imports.import (register, created_at);
create index import_file on imports.import (file);

create table imports.line (
  import uuid not null references imports.import,
  -- As Excel counts the rows.
  number integer not null,
  outcome text not null check (outcome in ('new', 'change', 'same', 'refused', 'left-out')),
  name text,
  reasons jsonb,
  -- What was written: the row, the version it had afterwards, what it held before a change.
  row uuid,
  version integer,
  before jsonb,
  undone text check (undone in ('undone', 'kept')),
  primary key (import, number)
);
create index line_outcome on imports.line (import, outcome, number);
create index line_row on imports.line (row) where row is not null;

-- How ledgers with these titles were matched the last time.
create table imports.memory (
  register text not null,
  -- SHA-256 of the titles in their order.
  signature text not null,
  mapping jsonb not null,
  fixed jsonb not null,
  key text[] not null,
  picks jsonb not null,
  used_at timestamptz not null,
  primary key (register, signature)
);
