-- 清查盘点: what the ledger held of a site on the day a census was opened, and what was found there, room by room and person by person.
create table office_space.census (
  matter uuid not null primary key,
  site uuid not null,
  until date not null,
  note text,
  rooms integer,
  found integer,
  differing integer,
  missing integer,
  written integer,
  kept integer
);
alter table office_space.census add foreign key (matter) references matter.matter (id);
alter table office_space.census add foreign key (site) references places.site (id);
create index on office_space.census (site);

create table office_space.census_room (
  matter uuid not null references office_space.census (matter) on delete cascade,
  room uuid not null references places.room (id),
  -- Frozen at the opening.
  place integer not null,
  floor uuid not null references places.floor (id),
  number text not null,
  title text,
  use text not null,
  purpose text not null,
  area numeric(18,2) not null,
  -- What was found; null until somebody has been there.
  outcome text check (outcome in ('same', 'differs', 'missing')),
  found_area numeric(18,2),
  found_use text,
  note text,
  photos uuid[] not null default '{}',
  way text check (way in ('scan', 'hand')),
  counted_by uuid references access.account (id),
  counted_by_name text,
  counted_at timestamptz,
  version integer not null default 0,
  -- At the signing: whether the ledger was corrected, or had been changed meanwhile and was left alone.
  signed text check (signed in ('written', 'kept')),
  primary key (matter, room)
);
create index on office_space.census_room (room);
create index on office_space.census_room (floor);
create index on office_space.census_room (counted_by);

create table office_space.census_seat (
  matter uuid not null,
  room uuid not null,
  person uuid not null references people.person (id),
  name text not null,
  -- The dated row of the ledger at the opening; null for somebody who was found and not expected.
  workplace uuid references staffing.workplace (id),
  here boolean,
  signed text check (signed in ('written', 'kept')),
  primary key (matter, room, person),
  foreign key (matter, room) references office_space.census_room (matter, room) on delete cascade
);
create index on office_space.census_seat (person);
create index on office_space.census_seat (workplace);
