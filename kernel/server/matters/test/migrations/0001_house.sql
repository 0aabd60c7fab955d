-- 样例: the tables of the small house that the stories of matters play in.
create schema house;

create table house.organ (
  id uuid primary key, name text not null, parent uuid references house.organ, version integer not null default 1, label text not null,
  search text[] not null, created_at timestamptz not null, updated_at timestamptz not null, retired_at timestamptz, merged_into uuid references house.organ
);
create table house.site (
  id uuid primary key, name text not null, version integer not null default 1, label text not null,
  search text[] not null, created_at timestamptz not null, updated_at timestamptz not null, retired_at timestamptz, merged_into uuid references house.site
);
create table house.person (
  id uuid primary key, name text not null, organ uuid not null references house.organ, version integer not null default 1, label text not null,
  search text[] not null, created_at timestamptz not null, updated_at timestamptz not null, retired_at timestamptz, merged_into uuid references house.person
);
create table house.room (
  id uuid primary key, name text not null, site uuid not null references house.site, version integer not null default 1, label text not null,
  search text[] not null, created_at timestamptz not null, updated_at timestamptz not null, retired_at timestamptz, merged_into uuid references house.room
);

create table house.repair (
  matter uuid primary key references matter.matter,
  room uuid not null references house.room,
  site uuid references house.site,
  what text not null,
  kind text not null,
  phone text,
  photos uuid[] not null default '{}',
  worker uuid references house.person,
  cost numeric(18,2)
);
create table house.repair__materials (
  id uuid primary key, matter uuid not null references matter.matter, position integer not null, at timestamptz not null, by_person uuid,
  what text not null, quantity numeric(18,3) not null, amount numeric(18,2) not null, outcome text
);
create table house.repair__hours (
  id uuid primary key, matter uuid not null references matter.matter, position integer not null, at timestamptz not null, by_person uuid,
  hours numeric(18,2) not null
);
create table house.inspection (
  matter uuid primary key references matter.matter,
  what text not null,
  site uuid references house.site
);
