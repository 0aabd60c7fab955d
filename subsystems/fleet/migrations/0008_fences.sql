-- 电子围栏: which cars, which organs' cars and which hours a fence is about; none named, all.
alter table fleet.fence add column hours_from integer;
alter table fleet.fence add column hours_to integer;
create table fleet.fence__cars (
  id uuid not null primary key,
  parent uuid not null,
  position integer not null,
  vehicle uuid not null
);
create table fleet.fence__organs (
  id uuid not null primary key,
  parent uuid not null,
  position integer not null,
  organ uuid not null
);
alter table fleet.fence__cars add foreign key (parent) references fleet.fence (id) on delete cascade;
create index on fleet.fence__cars (parent);
alter table fleet.fence__cars add foreign key (vehicle) references fleet.vehicle (id);
create index on fleet.fence__cars (vehicle);
alter table fleet.fence__organs add foreign key (parent) references fleet.fence (id) on delete cascade;
create index on fleet.fence__organs (parent);
alter table fleet.fence__organs add foreign key (organ) references people.organ (id);
create index on fleet.fence__organs (organ);
