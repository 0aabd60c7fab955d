-- 附件导入: a zip of photos or papers that go to the rows of a register, with what became of each, so that it can be taken back.
create schema file_imports;

create table file_imports.import (
  id uuid primary key,
  register text not null,
  field text not null,
  account uuid not null,
  account_name text not null,
  session text not null,
  ip text not null,
  locale text not null check (locale in ('zh', 'en')),
  -- null once the archive was refused for what it holds
  file uuid references files.file,
  file_name text not null,
  file_size bigint not null,
  sha256 text not null,
  state text not null check (state in ('taken', 'trying', 'tried', 'importing', 'done', 'undoing', 'undone', 'refused')),
  counts jsonb not null,
  job uuid,
  -- Why the last piece of work stopped, in both languages.
  problem jsonb,
  version integer not null default 1,
  created_at timestamptz not null,
  done_at timestamptz,
  undone_at timestamptz
);
create index import_register on file_imports.import (register, created_at);
create index import_file on file_imports.import (file);

create table file_imports.line (
  import uuid not null references file_imports.import,
  -- In the order of the archive, from 1; names of the list that no file bears stand behind.
  number integer not null,
  entry text not null,
  outcome text not null check (outcome in ('new', 'same', 'refused', 'left-out')),
  -- The row it goes to, as it is called; null where the name is guarded.
  name text,
  reasons jsonb,
  row uuid,
  -- What was attached.
  file uuid,
  undone text check (undone in ('undone', 'kept')),
  primary key (import, number)
);
create index line_outcome on file_imports.line (import, outcome, number);
