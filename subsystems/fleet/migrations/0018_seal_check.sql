-- 封存现场核对: of a sealed car that nobody heard, who saw it where and with which odometer; and what came of a holiday.
create table fleet.seal_check (
  id uuid not null primary key,
  immobilisation uuid not null,
  vehicle uuid not null,
  seen_at timestamptz not null,
  seen_by uuid not null,
  place text not null,
  found text not null,
  odometer integer,
  photos uuid[] not null default '{}',
  note text,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid
);
alter table fleet.seal_check add foreign key (immobilisation) references fleet.immobilisation (id);
create index on fleet.seal_check (immobilisation);
alter table fleet.seal_check add foreign key (vehicle) references fleet.vehicle (id);
create index on fleet.seal_check (vehicle);
alter table fleet.seal_check add foreign key (seen_by) references people.person (id);
create index on fleet.seal_check (seen_by);
create index on fleet.seal_check (seen_at);
alter table fleet.seal_check add foreign key (merged_into) references fleet.seal_check (id);
create index on fleet.seal_check (merged_into) where merged_into is not null;
create index on fleet.seal_check (label collate "zh-x-icu", id);
create index on fleet.seal_check using gin (search);
alter table fleet.immobilisation add column concluded_on date;
alter table fleet.immobilisation add column conclusion text;
