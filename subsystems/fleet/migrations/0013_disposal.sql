-- 更新处置、调拨变更、长期与补办用车; a slip may hold a car for a duty whoever drives.
alter table fleet.slip alter column driver drop not null;
create table fleet.disposal (
  matter uuid not null primary key,
  vehicle uuid not null,
  organ uuid,
  why text not null,
  grounds text not null,
  usable text,
  appraised text,
  appraiser text,
  worth numeric(18,2),
  appraisal uuid[] not null default '{}',
  keep_until date,
  way text,
  buyer text,
  sold_for numeric(18,2),
  deal uuid[] not null default '{}',
  certificate text,
  deregistered_on date,
  fees numeric(18,2),
  income numeric(18,2),
  voucher text,
  paid_in_on date
);
create table fleet.transfer (
  matter uuid not null primary key,
  what text not null,
  vehicle uuid not null,
  organ uuid,
  to_organ uuid,
  to_use text,
  why text not null,
  handed_on date,
  document text,
  odometer integer,
  papers uuid[] not null default '{}'
);
create table fleet.standing_use (
  matter uuid not null primary key,
  kind text not null,
  vehicle uuid not null,
  organ uuid,
  duty text not null,
  begins timestamptz not null,
  ends timestamptz not null,
  driver uuid,
  whither text,
  odometer_out integer,
  odometer_back integer,
  why text not null
);
alter table fleet.disposal add foreign key (matter) references matter.matter (id);
alter table fleet.disposal add foreign key (vehicle) references fleet.vehicle (id);
create index on fleet.disposal (vehicle);
alter table fleet.disposal add foreign key (organ) references people.organ (id);
create index on fleet.disposal (organ);
alter table fleet.transfer add foreign key (matter) references matter.matter (id);
alter table fleet.transfer add foreign key (vehicle) references fleet.vehicle (id);
create index on fleet.transfer (vehicle);
alter table fleet.transfer add foreign key (organ) references people.organ (id);
create index on fleet.transfer (organ);
alter table fleet.transfer add foreign key (to_organ) references people.organ (id);
create index on fleet.transfer (to_organ);
alter table fleet.standing_use add foreign key (matter) references matter.matter (id);
alter table fleet.standing_use add foreign key (vehicle) references fleet.vehicle (id);
create index on fleet.standing_use (vehicle);
alter table fleet.standing_use add foreign key (organ) references people.organ (id);
create index on fleet.standing_use (organ);
alter table fleet.standing_use add foreign key (driver) references fleet.driver (id);
create index on fleet.standing_use (driver);
