-- 依据的数值: every figure of a rule as a dated row with where it is written, so that any day can be judged by its own.
create extension if not exists btree_gist;
create schema if not exists standard;

create table standard.parameter (
  id bigint generated always as identity primary key,
  standard text not null,
  parameter text not null,
  -- Empty for a parameter with a single value.
  key text not null default '',
  value numeric not null,
  unit text not null,
  level text not null check (level in ('国家', '省', '市', '区')),
  document text not null,
  number text,
  clause text,
  mark text not null check (mark ~ '^(V|V2|K|U)'),
  valid daterange not null check (not isempty(valid)),
  -- Set by an officer's edit: from then on the declaration leaves the row alone.
  edited_at timestamptz,
  edited_by uuid,
  constraint parameter_one_value_a_day exclude using gist (standard with =, parameter with =, key with =, valid with &&)
);
