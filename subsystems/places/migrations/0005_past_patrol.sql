-- 往期巡查: sums of a month taken over from a patrol book, where no single round was handed on.
create table places.past_patrol (
  id uuid not null primary key,
  site uuid not null references places.site (id),
  planned integer not null,
  walked integer not null,
  gaps integer not null,
  source text not null,
  valid daterange not null,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid references places.past_patrol (id)
);
create index on places.past_patrol (site);
create index on places.past_patrol (merged_into) where merged_into is not null;
create index on places.past_patrol (label collate "zh-x-icu", id);
create index on places.past_patrol using gin (search);
alter table places.past_patrol add exclude using gist (site with =, valid with &&) where (retired_at is null and merged_into is null);
