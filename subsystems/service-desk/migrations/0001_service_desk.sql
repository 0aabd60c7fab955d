-- 服务诉求: teams, categories, materials, and the forms of repairs, complaints, suggestions and praise.
create extension if not exists btree_gist;
create schema if not exists service_desk;

create table service_desk.team (
  id uuid primary key,
  name text not null,
  trade text not null,
  leader uuid not null references people.person,
  phone text not null,
  contractor uuid references people.contractor,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid references service_desk.team
);
create unique index on service_desk.team (name) where retired_at is null;
create index on service_desk.team (leader);
create index on service_desk.team (contractor);
create index on service_desk.team (merged_into) where merged_into is not null;
create index on service_desk.team (label collate "zh-x-icu", id);
create index on service_desk.team using gin (search);

create table service_desk.team__members (
  id uuid primary key,
  parent uuid not null references service_desk.team on delete cascade,
  position integer not null,
  person uuid not null references people.person,
  on_call boolean not null
);
create index on service_desk.team__members (parent);
create index on service_desk.team__members (person);

create table service_desk.team__coverage (
  id uuid primary key,
  parent uuid not null references service_desk.team on delete cascade,
  position integer not null,
  site uuid not null references places.site
);
create index on service_desk.team__coverage (parent);
create index on service_desk.team__coverage (site);

create table service_desk.category (
  id uuid primary key,
  name text not null,
  trade text not null,
  urgent_hours integer not null,
  normal_hours integer not null,
  low_hours integer not null,
  quick_words text,
  keywords text,
  position integer not null,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid references service_desk.category
);
create unique index on service_desk.category (name) where retired_at is null;
create index on service_desk.category (merged_into) where merged_into is not null;
create index on service_desk.category (label collate "zh-x-icu", id);
create index on service_desk.category (position);
create index on service_desk.category using gin (search);

create table service_desk.material (
  id uuid primary key,
  name text not null,
  model text not null,
  unit text not null,
  price numeric(18,2) not null,
  stocked boolean not null,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid references service_desk.material
);
create index on service_desk.material (merged_into) where merged_into is not null;
create index on service_desk.material (label collate "zh-x-icu", id);
create index on service_desk.material using gin (search);

create table service_desk.repair (
  matter uuid primary key references matter.matter,
  what text not null,
  category uuid references service_desk.category,
  urgency text not null,
  room uuid references places.room,
  area uuid references places.outdoor_area,
  site uuid references places.site,
  whereabouts text,
  photos uuid[] not null default '{}',
  contact text,
  phone text,
  handled_as uuid references service_desk.category,
  team uuid references service_desk.team,
  worker uuid references people.person,
  promised_at timestamptz,
  accepted_at timestamptz,
  arrived_at timestamptz,
  finished_at timestamptz,
  confirmed_at timestamptz,
  outcome text,
  cause text,
  result_photos uuid[] not null default '{}',
  waiting_for text,
  wait_until date,
  reopened integer,
  alarm text
);
create index on service_desk.repair (category);
create index on service_desk.repair (room);
create index on service_desk.repair (area);
create index on service_desk.repair (site);
create index on service_desk.repair (handled_as);
create index on service_desk.repair (team);
create index on service_desk.repair (worker);

create table service_desk.repair__materials (
  id uuid primary key,
  matter uuid not null references matter.matter,
  position integer not null,
  at timestamptz not null,
  by_person uuid,
  material uuid not null references service_desk.material,
  quantity numeric(18,2) not null,
  unit text not null,
  price numeric(18,2) not null
);
create index on service_desk.repair__materials (matter);
create index on service_desk.repair__materials (material);

create table service_desk.repair__hours (
  id uuid primary key,
  matter uuid not null references matter.matter,
  position integer not null,
  at timestamptz not null,
  by_person uuid,
  person uuid not null references people.person,
  hours numeric(18,1) not null
);
create index on service_desk.repair__hours (matter);
create index on service_desk.repair__hours (person);

create table service_desk.complaint (
  matter uuid primary key references matter.matter,
  what text not null,
  about text not null,
  site uuid references places.site,
  photos uuid[] not null default '{}',
  phone text,
  handler uuid references people.person,
  answer text,
  published boolean,
  digest text
);
create index on service_desk.complaint (site);
create index on service_desk.complaint (handler);

create table service_desk.suggestion (
  matter uuid primary key references matter.matter,
  what text not null,
  about text not null,
  site uuid references places.site,
  photos uuid[] not null default '{}',
  handler uuid references people.person,
  verdict text,
  answer text,
  published boolean,
  digest text
);
create index on service_desk.suggestion (site);
create index on service_desk.suggestion (handler);

create table service_desk.praise (
  matter uuid primary key references matter.matter,
  what text not null,
  person uuid references people.person,
  team uuid references service_desk.team,
  site uuid references places.site,
  photos uuid[] not null default '{}',
  reply text,
  published boolean,
  digest text
);
create index on service_desk.praise (person);
create index on service_desk.praise (team);
create index on service_desk.praise (site);
