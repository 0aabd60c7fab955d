-- 市平台对照与数据报送: the city's codes for our fields, and versions of the district's office space as they were frozen, sent and answered.
create table office_space.city_code (
  id uuid not null primary key,
  item text not null,
  value text not null,
  code text not null,
  title text not null,
  unit text,
  valid daterange not null,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid
);
create table office_space.city_submission (
  matter uuid not null primary key,
  note text,
  day date,
  sites integer,
  organs integer,
  area numeric(18,2),
  rows integer,
  added integer,
  changed integer,
  gone integer,
  again integer,
  digest text,
  handed_on date,
  receipt uuid[] not null default '{}',
  way text,
  accepted integer,
  rejected integer,
  unread text
);
alter table office_space.city_code add foreign key (merged_into) references office_space.city_code (id);
create index on office_space.city_code (merged_into) where merged_into is not null;
create index on office_space.city_code (label collate "zh-x-icu", id);
create index on office_space.city_code using gin (search);
create index on office_space.city_code (item);
alter table office_space.city_code add exclude using gist (item with =, value with =, valid with &&) where (retired_at is null and merged_into is null);
alter table office_space.city_submission add foreign key (matter) references matter.matter (id);

-- The codes as they were on the day it was frozen, and when it left the house.
create table office_space.city_version (
  matter uuid not null primary key references office_space.city_submission (matter) on delete cascade,
  codes jsonb not null,
  handed_at timestamptz
);
create table office_space.city_row (
  matter uuid not null references office_space.city_version (matter) on delete cascade,
  kind text not null check (kind in ('site', 'building', 'organ', 'room')),
  key uuid not null,
  place integer not null,
  name text not null,
  item_values jsonb not null,
  digest text not null,
  change text not null check (change in ('added', 'changed', 'gone', 'same')),
  -- What the city holds, where it is otherwise.
  before jsonb,
  -- Why the city sent it back the last time.
  again text,
  answer text check (answer in ('accepted', 'rejected')),
  reason text,
  primary key (matter, kind, key)
);
create index on office_space.city_row (kind, key);
