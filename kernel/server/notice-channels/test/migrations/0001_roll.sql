-- 样例名册: persons with a mobile number.
create schema roll;
create table roll.person (
  id uuid primary key, name text not null, phone text,
  version integer not null default 1, label text not null, search text[] not null, created_at timestamptz not null, updated_at timestamptz not null,
  retired_at timestamptz, merged_into uuid references roll.person
);
