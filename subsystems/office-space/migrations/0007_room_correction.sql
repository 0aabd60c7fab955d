-- 房间更正: what somebody saw at a door that the ledger does not say, and who sits there.
create table office_space.room_correction (
  matter uuid not null primary key,
  room uuid not null,
  site uuid,
  area numeric(18,2),
  use text,
  note text,
  photos uuid[] not null default '{}'
);
create table office_space.room_correction__people (
  id uuid not null primary key,
  matter uuid not null,
  position integer not null,
  at timestamptz not null,
  by_person uuid,
  person uuid not null,
  found text not null
);
alter table office_space.room_correction add foreign key (matter) references matter.matter (id);
alter table office_space.room_correction add foreign key (room) references places.room (id);
create index on office_space.room_correction (room);
alter table office_space.room_correction add foreign key (site) references places.site (id);
create index on office_space.room_correction (site);
alter table office_space.room_correction__people add foreign key (matter) references matter.matter (id);
create index on office_space.room_correction__people (matter);
alter table office_space.room_correction__people add foreign key (person) references people.person (id);
create index on office_space.room_correction__people (person);
