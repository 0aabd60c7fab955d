-- 值班轮组、换班、巡查路线与巡查: who takes turns at a watch, two people swapping, and the routes that are walked.
create table places.duty_group (
  id uuid not null primary key,
  site uuid not null,
  name text not null,
  shift text not null,
  part text not null,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid
);
create table places.duty_group__members (
  id uuid not null primary key,
  parent uuid not null,
  position integer not null,
  person uuid not null
);
create table places.patrol_route (
  id uuid not null primary key,
  site uuid not null,
  name text not null,
  note text,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid
);
create table places.patrol_route__points (
  id uuid not null primary key,
  parent uuid not null,
  position integer not null,
  place text not null,
  room uuid,
  area uuid,
  look text
);
create table places.duty_swap (
  matter uuid not null primary key,
  mine uuid not null,
  theirs uuid not null,
  why text not null,
  site uuid,
  other uuid
);
create table places.patrol (
  matter uuid not null primary key,
  route uuid not null,
  site uuid not null,
  day date not null,
  finished_at timestamptz,
  missed integer,
  faults integer
);
create table places.patrol__points (
  id uuid not null primary key,
  matter uuid not null,
  position integer not null,
  at timestamptz not null,
  by_person uuid,
  place text not null,
  room uuid,
  area uuid,
  look text,
  outcome text,
  way text,
  reached_at timestamptz,
  repair text
);
alter table places.duty_group add foreign key (site) references places.site (id);
create index on places.duty_group (site);
alter table places.duty_group add foreign key (merged_into) references places.duty_group (id);
create index on places.duty_group (merged_into) where merged_into is not null;
create index on places.duty_group (label collate "zh-x-icu", id);
create index on places.duty_group using gin (search);
alter table places.duty_group__members add foreign key (parent) references places.duty_group (id) on delete cascade;
create index on places.duty_group__members (parent);
alter table places.duty_group__members add foreign key (person) references people.person (id);
create index on places.duty_group__members (person);
alter table places.patrol_route add foreign key (site) references places.site (id);
create index on places.patrol_route (site);
alter table places.patrol_route add foreign key (merged_into) references places.patrol_route (id);
create index on places.patrol_route (merged_into) where merged_into is not null;
create index on places.patrol_route (label collate "zh-x-icu", id);
create index on places.patrol_route using gin (search);
alter table places.patrol_route__points add foreign key (parent) references places.patrol_route (id) on delete cascade;
create index on places.patrol_route__points (parent);
alter table places.patrol_route__points add foreign key (room) references places.room (id);
create index on places.patrol_route__points (room);
alter table places.patrol_route__points add foreign key (area) references places.outdoor_area (id);
create index on places.patrol_route__points (area);
alter table places.duty_swap add foreign key (matter) references matter.matter (id);
alter table places.duty_swap add foreign key (mine) references places.duty (id);
create index on places.duty_swap (mine);
alter table places.duty_swap add foreign key (theirs) references places.duty (id);
create index on places.duty_swap (theirs);
alter table places.duty_swap add foreign key (site) references places.site (id);
create index on places.duty_swap (site);
alter table places.duty_swap add foreign key (other) references people.person (id);
create index on places.duty_swap (other);
alter table places.patrol add foreign key (matter) references matter.matter (id);
alter table places.patrol add foreign key (route) references places.patrol_route (id);
create index on places.patrol (route);
alter table places.patrol add foreign key (site) references places.site (id);
create index on places.patrol (site);
alter table places.patrol__points add foreign key (matter) references matter.matter (id);
create index on places.patrol__points (matter);
alter table places.patrol__points add foreign key (room) references places.room (id);
create index on places.patrol__points (room);
alter table places.patrol__points add foreign key (area) references places.outdoor_area (id);
create index on places.patrol__points (area);
