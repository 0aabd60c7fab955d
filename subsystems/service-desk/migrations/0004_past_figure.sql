-- 往期数据: sums of a month taken over from an earlier system, where no single repair was handed on.
create table service_desk.past_figure (
  id uuid not null primary key,
  category uuid not null references service_desk.category (id),
  asked integer not null,
  finished integer not null,
  in_time integer not null,
  rated integer not null,
  stars integer not null,
  source text not null,
  valid daterange not null,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid references service_desk.past_figure (id)
);
create index on service_desk.past_figure (category);
create index on service_desk.past_figure (merged_into) where merged_into is not null;
create index on service_desk.past_figure (label collate "zh-x-icu", id);
create index on service_desk.past_figure using gin (search);
alter table service_desk.past_figure add exclude using gist (category with =, valid with &&) where (retired_at is null and merged_into is null);
