-- 标准值的新版本: figures that somebody prepares, tries on the ledger, and another issues; until then they bind nobody.
create schema standard_version;

create table standard_version.draft (
  id uuid primary key,
  standard text not null,
  starts_on date not null,
  -- 元 for each unit over the limit, as whoever prepares it reckons.
  unit_cost numeric(18,2),
  state text not null check (state in ('draft', 'proposed', 'issued', 'discarded')),
  version integer not null default 1,
  made_by uuid not null,
  made_name text not null,
  made_at timestamptz not null,
  decided_by uuid,
  decided_name text,
  decided_at timestamptz
);
-- Two versions of one rule cannot begin on one day; what was discarded does not count.
create unique index draft_one_a_day on standard_version.draft (standard, starts_on) where state <> 'discarded';

create table standard_version.figure (
  draft uuid not null references standard_version.draft on delete cascade,
  parameter text not null,
  key text not null default '',
  value numeric not null,
  level text not null check (level in ('国家', '省', '市', '区')),
  document text not null,
  number text,
  clause text,
  mark text not null check (mark ~ '^(V|V2|K|U)'),
  primary key (draft, parameter, key)
);
