-- 样例: sites and who sat in how large a room from when to when.
create schema rule;

create table rule.site (
  id uuid primary key, name text not null, version integer not null default 1, label text not null,
  search text[] not null, created_at timestamptz not null, updated_at timestamptz not null, retired_at timestamptz, merged_into uuid references rule.site
);
create table rule.occupancy (
  id uuid primary key, name text not null, site uuid not null references rule.site, rank text not null, area numeric(18,2) not null, valid daterange not null
);
insert into rule.site values
  ('00000000-0000-7000-8000-00000000000a', '机关大院', 1, '机关大院', '{}', '2020-01-01Z', '2020-01-01Z', null, null),
  ('00000000-0000-7000-8000-00000000000b', '东附楼', 1, '东附楼', '{}', '2020-01-01Z', '2020-01-01Z', null, null);
insert into rule.occupancy values
  ('00000000-0000-7000-8000-000000000001', '甲', '00000000-0000-7000-8000-00000000000a', 'clerk', 10.00, '[2020-01-01,)'),
  ('00000000-0000-7000-8000-000000000002', '乙', '00000000-0000-7000-8000-00000000000b', 'clerk', 12.50, '[2020-01-01,2026-10-01)'),
  ('00000000-0000-7000-8000-000000000003', '丙', '00000000-0000-7000-8000-00000000000b', 'chief', 18.00, '[2020-01-01,)');
