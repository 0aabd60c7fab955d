-- 楼层图: what a floor looked like from a day on, and the outline of each of its rooms.
create table office_space.floor_plan (
  id uuid not null primary key,
  site uuid not null,
  floor uuid not null,
  source text not null,
  drawn_on date,
  valid daterange not null,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid
);
alter table office_space.floor_plan add foreign key (site) references places.site (id);
create index on office_space.floor_plan (site);
alter table office_space.floor_plan add foreign key (floor) references places.floor (id);
create index on office_space.floor_plan (floor);
alter table office_space.floor_plan add foreign key (merged_into) references office_space.floor_plan (id);
create index on office_space.floor_plan (merged_into) where merged_into is not null;
create index on office_space.floor_plan (label collate "zh-x-icu", id);
create index on office_space.floor_plan using gin (search);
alter table office_space.floor_plan add exclude using gist (floor with =, valid with &&) where (retired_at is null and merged_into is null);

-- In metres from the plan's own origin; a room that the drawing does not number, or the ledger does not know, has none.
create table office_space.outline (
  plan uuid not null references office_space.floor_plan (id) on delete cascade,
  place integer not null,
  room uuid references places.room (id),
  code text,
  ring jsonb not null,
  holes jsonb not null,
  area numeric(18,2) not null,
  primary key (plan, place)
);
create index on office_space.outline (room);

-- A drawing that was brought in and waits for somebody else to publish it; gone once it is published or taken back.
create table office_space.drawing (
  id uuid not null primary key,
  floor uuid not null references places.floor (id),
  source text not null,
  starts date not null,
  drawn_on date,
  reading jsonb not null,
  brought_by uuid not null references access.account (id),
  brought_by_name text not null,
  created_at timestamptz not null
);
create index on office_space.drawing (floor);
create index on office_space.drawing (brought_by);
