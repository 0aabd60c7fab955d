-- 办公用房: which organ was given which room, and what a check found being put right.
create schema if not exists office_space;
create extension if not exists btree_gist;
create table office_space.allotment (
  id uuid not null primary key,
  organ uuid not null,
  room uuid not null,
  kind text not null,
  certificate text,
  agreement uuid[] not null default '{}',
  valid daterange not null,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid
);
create table office_space.redress (
  matter uuid not null primary key,
  organ uuid not null,
  person uuid,
  room uuid,
  what text not null,
  way text,
  new_room uuid,
  until date
);
alter table office_space.allotment add foreign key (organ) references people.organ (id);
create index on office_space.allotment (organ);
alter table office_space.allotment add foreign key (room) references places.room (id);
create index on office_space.allotment (room);
alter table office_space.allotment add foreign key (merged_into) references office_space.allotment (id);
create index on office_space.allotment (merged_into) where merged_into is not null;
create index on office_space.allotment (label collate "zh-x-icu", id);
create index on office_space.allotment using gin (search);
alter table office_space.allotment add exclude using gist (organ with =, room with =, valid with &&) where (retired_at is null and merged_into is null);
alter table office_space.redress add foreign key (matter) references matter.matter (id);
alter table office_space.redress add foreign key (organ) references people.organ (id);
create index on office_space.redress (organ);
alter table office_space.redress add foreign key (person) references people.person (id);
create index on office_space.redress (person);
alter table office_space.redress add foreign key (room) references places.room (id);
create index on office_space.redress (room);
alter table office_space.redress add foreign key (new_room) references places.room (id);
create index on office_space.redress (new_room);
