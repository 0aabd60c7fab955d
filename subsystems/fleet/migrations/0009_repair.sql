-- 车辆维修与公车整改: repairs with their quotes, and what the audit found put right.
create table fleet.repair (
  matter uuid not null primary key,
  vehicle uuid not null,
  organ uuid,
  reason text not null,
  what text not null,
  odometer integer not null,
  drivable boolean,
  photos uuid[] not null default '{}',
  shop uuid,
  quotation uuid[] not null default '{}',
  quoted numeric(18,2),
  promised date,
  delivered_at timestamptz,
  invoice text,
  invoice_photo uuid[] not null default '{}',
  paid numeric(18,2),
  explained text,
  received_on date
);
create table fleet.repair__items (
  id uuid not null primary key,
  matter uuid not null,
  position integer not null,
  at timestamptz not null,
  by_person uuid,
  kind text not null,
  part text not null,
  what text not null,
  quantity numeric(18,2) not null,
  price numeric(18,2) not null,
  warranty integer,
  outcome text
);
create table fleet.redress (
  matter uuid not null primary key,
  rule text not null,
  vehicle uuid,
  driver uuid,
  organ uuid,
  what text not null,
  how text,
  until date
);
alter table fleet.repair add foreign key (matter) references matter.matter (id);
alter table fleet.repair add foreign key (vehicle) references fleet.vehicle (id);
create index on fleet.repair (vehicle);
alter table fleet.repair add foreign key (organ) references people.organ (id);
create index on fleet.repair (organ);
alter table fleet.repair add foreign key (shop) references fleet.shop (id);
create index on fleet.repair (shop);
alter table fleet.repair__items add foreign key (matter) references matter.matter (id);
create index on fleet.repair__items (matter);
alter table fleet.redress add foreign key (matter) references matter.matter (id);
alter table fleet.redress add foreign key (vehicle) references fleet.vehicle (id);
create index on fleet.redress (vehicle);
alter table fleet.redress add foreign key (driver) references fleet.driver (id);
create index on fleet.redress (driver);
alter table fleet.redress add foreign key (organ) references people.organ (id);
create index on fleet.redress (organ);
