-- 单位费用: what each unit over the limit of a standard costs, from a day on until the next, with where it is written.
create table standard_version.unit_cost (
  standard text not null,
  starts_on date not null,
  price numeric(18,2) not null check (price >= 0),
  level text not null check (level in ('国家', '省', '市', '区')),
  document text not null,
  number text,
  clause text,
  mark text not null check (mark ~ '^(V|V2|K|U)'),
  made_name text not null,
  made_at timestamptz not null,
  primary key (standard, starts_on)
);
