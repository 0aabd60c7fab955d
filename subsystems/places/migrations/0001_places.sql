-- 场所: sites, certificates, buildings, floors, rooms, grounds, and who answers for them.
create extension if not exists btree_gist;
create schema if not exists places;

create table places.site (
  id uuid primary key,
  name text not null,
  kind text not null,
  address text not null,
  managed boolean not null,
  tenure text not null,
  lease_until date,
  steward uuid references people.person,
  phone text,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid references places.site
);
create unique index on places.site (name) where retired_at is null;
create index on places.site (lease_until);
create index on places.site (steward);
create index on places.site (merged_into) where merged_into is not null;
create index on places.site (label collate "zh-x-icu", id);
create index on places.site using gin (search);

create table places.certificate (
  id uuid primary key,
  number text not null,
  site uuid not null references places.site,
  kind text not null,
  holder uuid references people.organ,
  building_area numeric(18,2) not null,
  land_area numeric(18,2),
  issued_on date,
  scans uuid[] not null default '{}',
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid references places.certificate
);
create unique index on places.certificate (number) where retired_at is null;
create index on places.certificate (site);
create index on places.certificate (holder);
create index on places.certificate (merged_into) where merged_into is not null;
create index on places.certificate (label collate "zh-x-icu", id);
create index on places.certificate using gin (search);

create table places.building (
  id uuid primary key,
  site uuid not null references places.site,
  name text not null,
  certificate uuid references places.certificate,
  height text not null,
  floors_above integer not null,
  floors_below integer not null,
  built_in integer,
  building_area numeric(18,2) not null,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid references places.building
);
create index on places.building (site);
create index on places.building (certificate);
create index on places.building (merged_into) where merged_into is not null;
create index on places.building (label collate "zh-x-icu", id);
create index on places.building using gin (search);

create table places.floor (
  id uuid primary key,
  site uuid not null references places.site,
  building uuid not null references places.building,
  number integer not null,
  name text not null,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid references places.floor
);
create index on places.floor (site);
create index on places.floor (building);
create index on places.floor (merged_into) where merged_into is not null;
create index on places.floor (label collate "zh-x-icu", id);
create index on places.floor using gin (search);

create table places.room (
  id uuid primary key,
  site uuid not null references places.site,
  building uuid not null references places.building,
  floor uuid not null references places.floor,
  number text not null,
  title text,
  use text not null,
  purpose text not null,
  area numeric(18,2) not null,
  seats integer,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid references places.room
);
create index on places.room (site);
create index on places.room (building);
create index on places.room (floor);
create index on places.room (merged_into) where merged_into is not null;
create index on places.room (label collate "zh-x-icu", id);
create index on places.room (number collate "zh-x-icu", id);
create index on places.room using gin (search);

create table places.outdoor_area (
  id uuid primary key,
  site uuid not null references places.site,
  name text not null,
  kind text not null,
  area numeric(18,2),
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid references places.outdoor_area
);
create index on places.outdoor_area (site);
create index on places.outdoor_area (merged_into) where merged_into is not null;
create index on places.outdoor_area (label collate "zh-x-icu", id);
create index on places.outdoor_area using gin (search);

create table places.stewardship (
  id uuid primary key,
  site uuid not null references places.site,
  person uuid not null references people.person,
  part text not null,
  valid daterange not null,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid references places.stewardship
);
create index on places.stewardship (site);
create index on places.stewardship (person);
create index on places.stewardship (merged_into) where merged_into is not null;
create index on places.stewardship (label collate "zh-x-icu", id);
create index on places.stewardship using gin (search);
alter table places.stewardship add exclude using gist (site with =, person with =, valid with &&) where (retired_at is null and merged_into is null);

create table places.seat (
  id uuid primary key,
  organ uuid not null references people.organ,
  site uuid not null references places.site,
  main boolean not null,
  valid daterange not null,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid references places.seat
);
create index on places.seat (organ);
create index on places.seat (site);
create index on places.seat (merged_into) where merged_into is not null;
create index on places.seat (label collate "zh-x-icu", id);
create index on places.seat using gin (search);
alter table places.seat add exclude using gist (organ with =, site with =, valid with &&) where (retired_at is null and merged_into is null);

create table places.duty (
  id uuid primary key,
  site uuid not null references places.site,
  person uuid not null references people.person,
  shift text not null,
  part text not null,
  note text,
  valid daterange not null,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid references places.duty
);
create index on places.duty (site);
create index on places.duty (person);
create index on places.duty (merged_into) where merged_into is not null;
create index on places.duty (label collate "zh-x-icu", id);
create index on places.duty using gin (search);
alter table places.duty add exclude using gist (person with =, shift with =, valid with &&) where (retired_at is null and merged_into is null);

create table places.handover (
  id uuid primary key,
  site uuid not null references places.site,
  by uuid not null references people.person,
  "to" uuid references people.person,
  at timestamptz not null,
  note text not null,
  pending text,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid references places.handover
);
create index on places.handover (site);
create index on places.handover (by);
create index on places.handover ("to");
create index on places.handover (merged_into) where merged_into is not null;
create index on places.handover (label collate "zh-x-icu", id);
create index on places.handover (at);
create index on places.handover using gin (search);

-- For neighbours: every room and outdoor area that can be named as a place.
create view places.whereabouts as
select r.id, 'room' as kind, r.site, s.label as site_name, r.label as name
  from places.room r join places.site s on s.id = r.site
 where r.retired_at is null and r.merged_into is null
union all
select a.id, 'area', a.site, s.label, a.label
  from places.outdoor_area a join places.site s on s.id = a.site
 where a.retired_at is null and a.merged_into is null;

-- For neighbours: where an organ sits, from when to when.
create view places.organ_seat as
select organ, site, main, valid from places.seat where retired_at is null and merged_into is null;
