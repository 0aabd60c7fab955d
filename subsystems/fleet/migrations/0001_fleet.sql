-- 公务用车: vehicles, terminals, drivers, fences, immobilisations; what the terminals say, by day.
create schema if not exists fleet;

create table fleet.vehicle (
  id uuid not null primary key,
  plate text not null,
  organ uuid not null,
  use text not null,
  grade text,
  kind text not null,
  brand text not null,
  vin text not null,
  engine text,
  seats integer not null,
  energy text not null,
  displacement numeric(18,1),
  price numeric(18,2) not null,
  bought_on date not null,
  registered_on date,
  colour text,
  domestic boolean,
  marked text,
  parking uuid,
  odometer integer,
  insured_until date,
  inspected_until date,
  standing text not null,
  papers uuid[] not null default '{}',
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid
);
create table fleet.terminal (
  id uuid not null primary key,
  number text not null,
  vehicle uuid,
  maker text,
  model text,
  dialect text not null,
  coordinates text not null,
  zone integer not null,
  imei text,
  standing text not null,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid
);
create table fleet.driver (
  id uuid not null primary key,
  person uuid not null,
  licence_class text not null,
  licence text not null,
  licensed_on date,
  licence_until date not null,
  standing text not null,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid
);
create table fleet.fence (
  id uuid not null primary key,
  name text not null,
  kind text not null,
  site uuid,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid
);
create table fleet.immobilisation (
  id uuid not null primary key,
  name text not null,
  begins date not null,
  ends date not null,
  notice text,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid
);
create table fleet.fence__corners (
  id uuid not null primary key,
  parent uuid not null,
  position integer not null,
  longitude numeric(18,6) not null,
  latitude numeric(18,6) not null
);
create table fleet.immobilisation__exempt (
  id uuid not null primary key,
  parent uuid not null,
  position integer not null,
  vehicle uuid not null,
  reason text not null
);
create unique index on fleet.vehicle (plate) where retired_at is null;
alter table fleet.vehicle add foreign key (organ) references people.organ (id);
create index on fleet.vehicle (organ);
create unique index on fleet.vehicle (vin) where retired_at is null;
alter table fleet.vehicle add foreign key (parking) references places.site (id);
create index on fleet.vehicle (parking);
create index on fleet.vehicle (insured_until);
create index on fleet.vehicle (inspected_until);
alter table fleet.vehicle add foreign key (merged_into) references fleet.vehicle (id);
create index on fleet.vehicle (merged_into) where merged_into is not null;
create index on fleet.vehicle (label collate "zh-x-icu", id);
create index on fleet.vehicle (plate collate "zh-x-icu", id);
create index on fleet.vehicle using gin (search);
create unique index on fleet.terminal (number) where retired_at is null;
alter table fleet.terminal add foreign key (vehicle) references fleet.vehicle (id);
create index on fleet.terminal (vehicle);
alter table fleet.terminal add foreign key (merged_into) references fleet.terminal (id);
create index on fleet.terminal (merged_into) where merged_into is not null;
create index on fleet.terminal (label collate "zh-x-icu", id);
create index on fleet.terminal (number collate "zh-x-icu", id);
create index on fleet.terminal using gin (search);
alter table fleet.driver add foreign key (person) references people.person (id);
create index on fleet.driver (person);
create index on fleet.driver (licence_until);
alter table fleet.driver add foreign key (merged_into) references fleet.driver (id);
create index on fleet.driver (merged_into) where merged_into is not null;
create index on fleet.driver (label collate "zh-x-icu", id);
create index on fleet.driver using gin (search);
create unique index on fleet.fence (name) where retired_at is null;
alter table fleet.fence add foreign key (site) references places.site (id);
create index on fleet.fence (site);
alter table fleet.fence add foreign key (merged_into) references fleet.fence (id);
create index on fleet.fence (merged_into) where merged_into is not null;
create index on fleet.fence (label collate "zh-x-icu", id);
create index on fleet.fence using gin (search);
alter table fleet.immobilisation add foreign key (merged_into) references fleet.immobilisation (id);
create index on fleet.immobilisation (merged_into) where merged_into is not null;
create index on fleet.immobilisation (label collate "zh-x-icu", id);
create index on fleet.immobilisation (begins);
create index on fleet.immobilisation using gin (search);
alter table fleet.immobilisation__exempt add foreign key (parent) references fleet.immobilisation (id) on delete cascade;
create index on fleet.immobilisation__exempt (parent);
alter table fleet.fence__corners add foreign key (parent) references fleet.fence (id) on delete cascade;
create index on fleet.fence__corners (parent);
alter table fleet.immobilisation__exempt add foreign key (vehicle) references fleet.vehicle (id);
create index on fleet.immobilisation__exempt (vehicle);

-- One row a report. The same report again has the same key, whoever brings it and how often.
-- Coordinates in 1e-6 degrees WGS-84, speed in 0.1 km/h, mileage in 0.1 km, fuel in 0.1 L.
create table fleet.position (
  vehicle uuid not null,
  at timestamptz not null,
  digest integer not null,
  received_at timestamptz not null,
  latitude integer,
  longitude integer,
  altitude integer not null,
  speed integer not null,
  direction integer not null,
  alarms bigint not null,
  status bigint not null,
  mileage bigint,
  fuel integer,
  quality smallint not null,
  extra jsonb,
  primary key (vehicle, at, digest)
) partition by range (at);
create table fleet.position_other partition of fleet.position default;

-- Where each car was seen last: by its own clock, or by ours where its clock is wrong.
create table fleet.latest_position (
  vehicle uuid primary key,
  seen_at timestamptz not null,
  at timestamptz not null,
  received_at timestamptz not null,
  latitude integer,
  longitude integer,
  altitude integer not null,
  speed integer not null,
  direction integer not null,
  alarms bigint not null,
  status bigint not null,
  mileage bigint,
  fuel integer,
  quality smallint not null
);

-- What is news about a car: an alarm bit that rose or fell, a start, a stop.
create table fleet.position_change (
  id bigint generated always as identity primary key,
  vehicle uuid not null,
  at timestamptz not null,
  received_at timestamptz not null,
  latitude integer,
  longitude integer,
  speed integer not null,
  alarms bigint not null,
  alarms_before bigint not null,
  moving boolean not null
);
create index position_change_vehicle on fleet.position_change (vehicle, id desc);

-- Every other message that was answered, as it came.
create table fleet.terminal_message (
  terminal uuid not null,
  message integer not null,
  serial integer not null,
  day date not null,
  digest text not null,
  vehicle uuid,
  edition smallint not null,
  received_at timestamptz not null,
  body bytea not null,
  primary key (terminal, message, serial, day, digest)
);
create index terminal_message_received on fleet.terminal_message (received_at);

-- The code a terminal was given last, as its digest.
create table fleet.terminal_key (
  terminal uuid primary key,
  digest text not null,
  issued_at timestamptz not null
);

create table fleet.presence (
  id bigint generated always as identity primary key,
  terminal uuid not null,
  online boolean not null,
  at timestamptz not null,
  cause text not null,
  transport text not null,
  remote text not null
);
create index presence_terminal on fleet.presence (terminal, id desc);

-- What each gateway last said of itself: links, sessions, counts, the last faults.
create table fleet.gateway_state (
  name text primary key,
  at timestamptz not null,
  state jsonb not null
);
