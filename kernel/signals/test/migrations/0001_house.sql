-- 样例: the tables of the small house whose temperatures are told.
create schema house;

create table house.site (
  id uuid primary key, name text not null, version integer not null default 1, label text not null,
  search text[] not null, created_at timestamptz not null, updated_at timestamptz not null, retired_at timestamptz, merged_into uuid references house.site
);
create table house.room (
  id uuid primary key, name text not null, site uuid not null references house.site, version integer not null default 1, label text not null,
  search text[] not null, created_at timestamptz not null, updated_at timestamptz not null, retired_at timestamptz, merged_into uuid references house.room
);
