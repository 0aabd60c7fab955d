-- 保险、年检与事故违法: what a car is insured by and when it was inspected, as dated rows; what happened on the road.
create table fleet.insurance (
  id uuid not null primary key,
  vehicle uuid not null,
  kind text not null,
  number text not null,
  insurer uuid not null,
  begins date not null,
  until date not null,
  premium numeric(18,2) not null,
  paper uuid[] not null default '{}',
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid
);
create table fleet.inspection (
  id uuid not null primary key,
  vehicle uuid not null,
  day date not null,
  result text not null,
  until date,
  station text,
  fee numeric(18,2),
  note text,
  paper uuid[] not null default '{}',
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid
);
create table fleet.road_papers (
  matter uuid not null primary key,
  vehicle uuid not null,
  organ uuid,
  what text not null,
  note text,
  day date,
  result text,
  until date,
  station text,
  fee numeric(18,2),
  found text,
  report uuid[] not null default '{}',
  contract uuid[] not null default '{}',
  premium numeric(18,2)
);
create table fleet.road_papers__bought (
  id uuid not null primary key,
  matter uuid not null,
  position integer not null,
  at timestamptz not null,
  by_person uuid,
  kind text not null,
  insurer uuid not null,
  number text not null,
  begins date not null,
  until date not null,
  premium numeric(18,2) not null
);
create table fleet.incident (
  matter uuid not null primary key,
  vehicle uuid not null,
  organ uuid,
  kind text not null,
  at timestamptz not null,
  place text not null,
  driver uuid,
  what text not null,
  photos uuid[] not null default '{}',
  slip text,
  drove uuid,
  person uuid,
  responsibility text,
  points integer,
  fine numeric(18,2),
  decision text,
  handle_by date,
  damage numeric(18,2),
  insurer_paid numeric(18,2),
  own_part numeric(18,2),
  payer text,
  receipt text,
  papers uuid[] not null default '{}',
  settled_on date,
  repair text
);
alter table fleet.insurance add foreign key (vehicle) references fleet.vehicle (id);
create index on fleet.insurance (vehicle);
create unique index on fleet.insurance (number) where retired_at is null;
alter table fleet.insurance add foreign key (insurer) references fleet.shop (id);
create index on fleet.insurance (insurer);
alter table fleet.insurance add foreign key (merged_into) references fleet.insurance (id);
create index on fleet.insurance (merged_into) where merged_into is not null;
create index on fleet.insurance (label collate "zh-x-icu", id);
create index on fleet.insurance (until);
create index on fleet.insurance using gin (search);
alter table fleet.inspection add foreign key (vehicle) references fleet.vehicle (id);
create index on fleet.inspection (vehicle);
alter table fleet.inspection add foreign key (merged_into) references fleet.inspection (id);
create index on fleet.inspection (merged_into) where merged_into is not null;
create index on fleet.inspection (label collate "zh-x-icu", id);
create index on fleet.inspection (day);
create index on fleet.inspection using gin (search);
alter table fleet.road_papers add foreign key (matter) references matter.matter (id);
alter table fleet.road_papers add foreign key (vehicle) references fleet.vehicle (id);
create index on fleet.road_papers (vehicle);
alter table fleet.road_papers add foreign key (organ) references people.organ (id);
create index on fleet.road_papers (organ);
alter table fleet.road_papers__bought add foreign key (matter) references matter.matter (id);
create index on fleet.road_papers__bought (matter);
alter table fleet.road_papers__bought add foreign key (insurer) references fleet.shop (id);
create index on fleet.road_papers__bought (insurer);
alter table fleet.incident add foreign key (matter) references matter.matter (id);
alter table fleet.incident add foreign key (vehicle) references fleet.vehicle (id);
create index on fleet.incident (vehicle);
alter table fleet.incident add foreign key (organ) references people.organ (id);
create index on fleet.incident (organ);
alter table fleet.incident add foreign key (driver) references fleet.driver (id);
create index on fleet.incident (driver);
alter table fleet.incident add foreign key (drove) references fleet.driver (id);
create index on fleet.incident (drove);
alter table fleet.incident add foreign key (person) references people.person (id);
create index on fleet.incident (person);
