-- 样例档案室: organs, persons, vaults, dossiers, and jobs that ask for one.
create schema archive;

create table archive.organ (
  id uuid primary key, name text not null,
  version integer not null default 1, label text not null, search text[] not null, created_at timestamptz not null, updated_at timestamptz not null,
  retired_at timestamptz, merged_into uuid references archive.organ
);
create table archive.person (
  id uuid primary key, name text not null, organ uuid not null references archive.organ,
  version integer not null default 1, label text not null, search text[] not null, created_at timestamptz not null, updated_at timestamptz not null,
  retired_at timestamptz, merged_into uuid references archive.person
);
create table archive.vault (
  id uuid primary key, name text not null,
  version integer not null default 1, label text not null, search text[] not null, created_at timestamptz not null, updated_at timestamptz not null,
  retired_at timestamptz, merged_into uuid references archive.vault
);
create table archive.dossier (
  id uuid primary key, name text not null, place text not null, vault uuid not null references archive.vault, phone text not null, scans uuid[] not null,
  version integer not null default 1, label text not null, search text[] not null, created_at timestamptz not null, updated_at timestamptz not null,
  retired_at timestamptz, merged_into uuid references archive.dossier
);
create table archive.job (
  matter uuid primary key references matter.matter,
  what text not null, dossier uuid not null references archive.dossier, found uuid references archive.dossier, lent uuid references archive.dossier
);
create table archive.job__papers (
  id uuid primary key, matter uuid not null references archive.job, position integer not null, at timestamptz not null, by_person uuid,
  dossier uuid not null references archive.dossier, note text not null
);
