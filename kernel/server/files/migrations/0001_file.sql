-- 附件: what is kept, and the rows it belongs to. The content lies on disk under its SHA-256.
create schema if not exists files;

create table files.file (
  id uuid primary key default gen_random_uuid(),
  sha256 bytea not null check (length(sha256) = 32),
  size bigint not null check (size > 0),
  type text not null,
  name text not null,
  width integer,
  height integer,
  created_at timestamptz not null,
  created_by uuid,
  held_until timestamptz
);

create index file_content on files.file (sha256);
create index file_age on files.file (created_at);

-- Who may read the owning row may read the file.
create table files.link (
  file uuid not null references files.file,
  owner_kind text not null,
  owner_id text not null,
  linked_at timestamptz not null,
  primary key (owner_kind, owner_id, file)
);

create index link_file on files.link (file);
