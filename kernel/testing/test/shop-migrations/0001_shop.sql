-- 灯具间: the tables of the lamp shop.
create schema if not exists shop;
create table shop.organ (
  id uuid not null primary key,
  name text not null,
  parent uuid,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid
);
create table shop.site (
  id uuid not null primary key,
  name text not null,
  open boolean not null,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid
);
create table shop.person (
  id uuid not null primary key,
  name text not null,
  organ uuid not null,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid
);
create table shop.lamp (
  id uuid not null primary key,
  number text not null,
  site uuid not null,
  socket text not null,
  watts integer not null,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid
);
create table shop.lamp__bulbs (
  id uuid not null primary key,
  parent uuid not null,
  position integer not null,
  count integer not null
);
create table shop.change (
  matter uuid not null primary key,
  lamp uuid not null,
  why text not null,
  site uuid not null,
  worker uuid
);
create unique index on shop.organ (name) where retired_at is null;
alter table shop.organ add foreign key (parent) references shop.organ (id);
create index on shop.organ (parent);
alter table shop.organ add foreign key (merged_into) references shop.organ (id);
create index on shop.organ (merged_into) where merged_into is not null;
create index on shop.organ (label collate "zh-natural", id);
create index on shop.organ using gin (search);
create unique index on shop.site (name) where retired_at is null;
alter table shop.site add foreign key (merged_into) references shop.site (id);
create index on shop.site (merged_into) where merged_into is not null;
create index on shop.site (label collate "zh-natural", id);
create index on shop.site using gin (search);
alter table shop.person add foreign key (organ) references shop.organ (id);
create index on shop.person (organ);
alter table shop.person add foreign key (merged_into) references shop.person (id);
create index on shop.person (merged_into) where merged_into is not null;
create index on shop.person (label collate "zh-natural", id);
create index on shop.person using gin (search);
create unique index on shop.lamp (number) where retired_at is null;
alter table shop.lamp add foreign key (site) references shop.site (id);
create index on shop.lamp (site);
alter table shop.lamp add foreign key (merged_into) references shop.lamp (id);
create index on shop.lamp (merged_into) where merged_into is not null;
create index on shop.lamp (label collate "zh-natural", id);
create index on shop.lamp (number collate "zh-natural", id);
create index on shop.lamp using gin (search);
alter table shop.lamp__bulbs add foreign key (parent) references shop.lamp (id) on delete cascade;
create index on shop.lamp__bulbs (parent);
alter table shop.change add foreign key (matter) references matter.matter (id);
alter table shop.change add foreign key (lamp) references shop.lamp (id);
create index on shop.change (lamp);
alter table shop.change add foreign key (site) references shop.site (id);
create index on shop.change (site);
alter table shop.change add foreign key (worker) references shop.person (id);
create index on shop.change (worker);
