-- 用车: the matter, its expenses, and the slip that holds a car and a driver for a time.
create extension if not exists btree_gist;

create table fleet.use (
  matter uuid not null primary key,
  purpose text not null,
  why text not null,
  whence text not null,
  site uuid,
  whither text not null,
  leaves_at timestamptz not null,
  returns_at timestamptz not null,
  passengers integer not null,
  traveller uuid,
  phone text,
  note text,
  vehicle uuid,
  driver uuid,
  person uuid,
  out_at timestamptz,
  back_at timestamptz,
  pooled_with text,
  hired_from text,
  hired_for numeric(18,2),
  accepted_at timestamptz,
  left_at timestamptz,
  came_at timestamptz,
  odometer_out integer,
  odometer_back integer,
  photos_out uuid[] not null default '{}',
  photos_back uuid[] not null default '{}',
  kilometres integer,
  cost numeric(18,2)
);
create table fleet.use__expenses (
  id uuid not null primary key,
  matter uuid not null,
  position integer not null,
  at timestamptz not null,
  by_person uuid,
  kind text not null,
  amount numeric(18,2) not null,
  receipt text
);
alter table fleet.use add foreign key (matter) references matter.matter (id);
alter table fleet.use add foreign key (site) references places.site (id);
create index on fleet.use (site);
alter table fleet.use add foreign key (traveller) references people.person (id);
create index on fleet.use (traveller);
alter table fleet.use add foreign key (vehicle) references fleet.vehicle (id);
create index on fleet.use (vehicle);
alter table fleet.use add foreign key (driver) references fleet.driver (id);
create index on fleet.use (driver);
alter table fleet.use add foreign key (person) references people.person (id);
create index on fleet.use (person);
create index on fleet.use (pooled_with) where pooled_with is not null;
alter table fleet.use__expenses add foreign key (matter) references matter.matter (id);
create index on fleet.use__expenses (matter);

-- 派车单: one car and one driver are never out twice at the same instant.
create table fleet.slip (
  matter uuid not null primary key references matter.matter (id),
  vehicle uuid not null references fleet.vehicle (id),
  driver uuid not null references fleet.driver (id),
  span tstzrange not null check (not isempty(span)),
  left_at timestamptz,
  came_at timestamptz,
  constraint slip_one_car_at_a_time exclude using gist (vehicle with =, span with &&),
  constraint slip_one_driver_at_a_time exclude using gist (driver with =, span with &&)
);
create index on fleet.slip using gist (span);
alter table fleet.vehicle add column shared boolean;
