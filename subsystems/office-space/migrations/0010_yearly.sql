-- 公示与备案: what each organ had on the day it was published, and the rooms of an organ's leaders year by year.
create table office_space.publication (
  matter uuid not null primary key,
  year integer not null,
  corrects text,
  day date,
  edition integer,
  organs integer,
  area numeric(18,2),
  digest text,
  published_on date
);
create table office_space.room_filing (
  matter uuid not null primary key,
  organ uuid not null,
  year integer not null,
  leaders integer,
  deviating integer,
  remark text
);
create table office_space.room_filing__leaders (
  id uuid not null primary key,
  matter uuid not null,
  position integer not null,
  at timestamptz not null,
  by_person uuid,
  person uuid not null,
  post text not null,
  rooms text,
  area numeric(18,2) not null,
  "limit" numeric(18,2) not null,
  deviation text
);
alter table office_space.publication add foreign key (matter) references matter.matter (id);
alter table office_space.room_filing add foreign key (matter) references matter.matter (id);
alter table office_space.room_filing add foreign key (organ) references people.organ (id);
create index on office_space.room_filing (organ);
alter table office_space.room_filing__leaders add foreign key (matter) references matter.matter (id);
create index on office_space.room_filing__leaders (matter);
alter table office_space.room_filing__leaders add foreign key (person) references people.person (id);
create index on office_space.room_filing__leaders (person);

create table office_space.published (
  matter uuid not null primary key references office_space.publication (matter) on delete cascade,
  organs jsonb not null
);
