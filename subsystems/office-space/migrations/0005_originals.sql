-- The file a plan was read from, kept packed beside its version; while the drawing waits it belongs to the drawing.
create table office_space.original (
  id uuid not null primary key,
  drawing uuid references office_space.drawing (id) on delete cascade,
  plan uuid references office_space.floor_plan (id) on delete cascade,
  name text not null,
  packed bytea not null,
  size integer not null,
  created_at timestamptz not null
);
create unique index on office_space.original (drawing);
create unique index on office_space.original (plan);

-- The version a change on the plan began from; nobody's work is written over by somebody who did not see it.
alter table office_space.drawing add column edited boolean not null default false;
alter table office_space.drawing add column base uuid references office_space.floor_plan (id);
create index on office_space.drawing (base);

-- 图纸面积容差: how far a drawing may be from the ledger before it is said to differ.
create table office_space.drawing_tolerance (
  id uuid not null primary key,
  of text not null,
  share numeric(18,2) not null,
  area numeric(18,2) not null,
  basis text,
  valid daterange not null,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid
);
alter table office_space.drawing_tolerance add foreign key (merged_into) references office_space.drawing_tolerance (id);
create index on office_space.drawing_tolerance (merged_into) where merged_into is not null;
create index on office_space.drawing_tolerance (label collate "zh-x-icu", id);
create index on office_space.drawing_tolerance using gin (search);
alter table office_space.drawing_tolerance add exclude using gist (of with =, valid with &&) where (retired_at is null and merged_into is null);
