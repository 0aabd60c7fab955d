-- 样例: lamps, how bright each was from when to when, and where they hang.
create schema lamp;
create table lamp.site (
  id uuid primary key, name text not null, version integer not null default 1, label text not null,
  search text[] not null, created_at timestamptz not null, updated_at timestamptz not null, retired_at timestamptz, merged_into uuid references lamp.site
);
create table lamp.light (lamp text not null, site uuid not null, lux numeric(18,1) not null, valid daterange not null);
insert into lamp.site values
  ('00000000-0000-7000-8000-00000000000a', '机关大院', 1, '机关大院', '{}', '2020-01-01Z', '2020-01-01Z', null, null),
  ('00000000-0000-7000-8000-00000000000b', '东附楼', 1, '东附楼', '{}', '2020-01-01Z', '2020-01-01Z', null, null);
insert into lamp.light values
  ('甲', '00000000-0000-7000-8000-00000000000a', 320, '[2020-01-01,2026-09-03)'),
  ('甲', '00000000-0000-7000-8000-00000000000a', 280, '[2026-09-03,2026-11-01)'),
  ('甲', '00000000-0000-7000-8000-00000000000a', 250, '[2026-11-01,)'),
  ('乙', '00000000-0000-7000-8000-00000000000b', 100, '[2026-10-05,2026-10-20)'),
  ('丙', '00000000-0000-7000-8000-00000000000b', 500, '[2020-01-01,)');
