-- 样例机关: organs, persons, posts, projects, and spending.
create extension if not exists btree_gist;
create schema office;

create table office.organ (
  id uuid primary key, name text not null, parent uuid references office.organ,
  version integer not null default 1, label text not null, search text[] not null, created_at timestamptz not null, updated_at timestamptz not null,
  retired_at timestamptz, merged_into uuid references office.organ
);
create table office.person (
  id uuid primary key, name text not null, organ uuid not null references office.organ, standing text,
  version integer not null default 1, label text not null, search text[] not null, created_at timestamptz not null, updated_at timestamptz not null,
  retired_at timestamptz, merged_into uuid references office.person
);
create table office.post (
  id uuid primary key, person uuid not null references office.person, organ uuid not null references office.organ, duty text not null,
  valid daterange not null,
  version integer not null default 1, label text not null, search text[] not null, created_at timestamptz not null, updated_at timestamptz not null,
  retired_at timestamptz, merged_into uuid references office.post,
  exclude using gist (person with =, organ with =, valid with &&) where (retired_at is null and merged_into is null)
);
create table office.project (
  id uuid primary key, name text not null,
  version integer not null default 1, label text not null, search text[] not null, created_at timestamptz not null, updated_at timestamptz not null,
  retired_at timestamptz, merged_into uuid references office.project
);
create table office.spending (
  matter uuid primary key references matter.matter,
  what text not null, kind text not null, organ uuid not null references office.organ, project uuid references office.project, amount numeric(18,2)
);
