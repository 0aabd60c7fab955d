-- 人事事务: who works where, and the roles that are asked for.
create schema if not exists staffing;
create extension if not exists btree_gist;
create table staffing.workplace (
  id uuid not null primary key,
  person uuid not null,
  room uuid not null,
  valid daterange not null,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid
);
create table staffing.role_request (
  matter uuid not null primary key,
  person uuid not null,
  deed text not null,
  organ uuid,
  reason text not null,
  weight text
);
create table staffing.role_request__roles (
  id uuid not null primary key,
  matter uuid not null,
  position integer not null,
  at timestamptz not null,
  by_person uuid,
  title text,
  organ uuid,
  site uuid,
  "from" date,
  "to" date,
  outcome text,
  role text not null
);
alter table staffing.workplace add foreign key (person) references people.person (id);
create index on staffing.workplace (person);
alter table staffing.workplace add foreign key (room) references places.room (id);
create index on staffing.workplace (room);
alter table staffing.workplace add foreign key (merged_into) references staffing.workplace (id);
create index on staffing.workplace (merged_into) where merged_into is not null;
create index on staffing.workplace (label collate "zh-x-icu", id);
create index on staffing.workplace using gin (search);
alter table staffing.workplace add exclude using gist (person with =, room with =, valid with &&) where (retired_at is null and merged_into is null);
alter table staffing.role_request add foreign key (matter) references matter.matter (id);
alter table staffing.role_request add foreign key (person) references people.person (id);
create index on staffing.role_request (person);
alter table staffing.role_request add foreign key (organ) references people.organ (id);
create index on staffing.role_request (organ);
alter table staffing.role_request__roles add foreign key (matter) references matter.matter (id);
create index on staffing.role_request__roles (matter);
alter table staffing.role_request__roles add foreign key (organ) references people.organ (id);
create index on staffing.role_request__roles (organ);
alter table staffing.role_request__roles add foreign key (site) references places.site (id);
create index on staffing.role_request__roles (site);
