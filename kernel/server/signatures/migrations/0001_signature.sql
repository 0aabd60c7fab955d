-- 签名: the signature somebody keeps, and what was signed: by whom, in which manner, over which content.
create schema if not exists signature;

create table signature.own (
  id uuid primary key,
  person uuid not null,
  file uuid not null references files.file,
  drawn_at timestamptz not null,
  -- Another took its place, or he took it back.
  ended_at timestamptz
);
create unique index own_one_at_a_time on signature.own (person) where ended_at is null;

create table signature.signed (
  -- What was decided by it, such as the task of an approval.
  deed uuid primary key,
  person uuid not null,
  name text not null,
  manner text not null check (manner in ('stored', 'drawn')),
  -- A file of its own, which belongs to the matter alone.
  file uuid not null unique references files.file,
  -- What he had before him, and its fingerprint.
  content jsonb not null,
  suite text not null,
  digest bytea not null,
  signed_at timestamptz not null
);
