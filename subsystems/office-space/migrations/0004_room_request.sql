-- 用房申请与用房状态: what is asked about rooms and decided, and which rooms are let out, lent, sealed, idle or to be disposed of.
create table office_space.room_state (
  id uuid not null primary key,
  site uuid not null,
  room uuid not null,
  state text not null,
  party text,
  approval text,
  note text,
  valid daterange not null,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid
);
create table office_space.room_request (
  matter uuid not null primary key,
  organ uuid not null,
  what text not null,
  room uuid,
  use text,
  area numeric(18,2),
  party text,
  until date,
  reason text not null,
  papers uuid[] not null default '{}',
  way text,
  misfit text,
  disposal text,
  "from" date,
  certificate text,
  approval text,
  offered text
);
create table office_space.room_request__rooms (
  id uuid not null primary key,
  matter uuid not null,
  position integer not null,
  at timestamptz not null,
  by_person uuid,
  room uuid not null,
  kind text not null
);
alter table office_space.room_state add foreign key (site) references places.site (id);
create index on office_space.room_state (site);
alter table office_space.room_state add foreign key (room) references places.room (id);
create index on office_space.room_state (room);
alter table office_space.room_state add foreign key (merged_into) references office_space.room_state (id);
create index on office_space.room_state (merged_into) where merged_into is not null;
create index on office_space.room_state (label collate "zh-x-icu", id);
create index on office_space.room_state using gin (search);
alter table office_space.room_state add exclude using gist (room with =, valid with &&) where (retired_at is null and merged_into is null);
alter table office_space.room_request add foreign key (matter) references matter.matter (id);
alter table office_space.room_request add foreign key (organ) references people.organ (id);
create index on office_space.room_request (organ);
alter table office_space.room_request add foreign key (room) references places.room (id);
create index on office_space.room_request (room);
alter table office_space.room_request__rooms add foreign key (matter) references matter.matter (id);
create index on office_space.room_request__rooms (matter);
alter table office_space.room_request__rooms add foreign key (room) references places.room (id);
create index on office_space.room_request__rooms (room);
