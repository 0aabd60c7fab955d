-- 用房巡查: buildings walked door by door, and what was seen otherwise than the ledger has it.
create table office_space.room_patrol (
  matter uuid not null primary key,
  site uuid not null,
  building uuid not null,
  day date not null,
  rooms integer,
  seen integer,
  differing integer
);
alter table office_space.room_patrol add foreign key (matter) references matter.matter (id);
alter table office_space.room_patrol add foreign key (site) references places.site (id);
create index on office_space.room_patrol (site);
alter table office_space.room_patrol add foreign key (building) references places.building (id);
create index on office_space.room_patrol (building);

-- One look at a room. Only what differed that day is kept: a null is as the ledger had it.
create table office_space.visit (
  id uuid not null primary key,
  room uuid not null references places.room (id),
  patrol uuid references office_space.room_patrol (matter) on delete cascade,
  day date not null,
  at timestamptz not null,
  by_account uuid references access.account (id),
  by_name text not null,
  way text not null check (way in ('scan', 'hand')),
  use text,
  state text,
  plate text check (plate in ('wrong', 'missing')),
  note text,
  differs boolean not null,
  redress uuid references office_space.redress (matter)
);
create index on office_space.visit (room, at desc);
create index on office_space.visit (patrol);
create index on office_space.visit (by_account);
create index on office_space.visit (redress);
create table office_space.visit_person (
  visit uuid not null references office_space.visit (id) on delete cascade,
  person uuid not null references people.person (id),
  here boolean not null,
  primary key (visit, person)
);
create index on office_space.visit_person (person);
