-- 阅知对象: who must read a version by when, and when he did.
create table regulations.addressee (
  id uuid primary key,
  of uuid not null references regulations.version,
  person uuid not null references people.person,
  organ uuid references people.organ,
  until date not null,
  read_at timestamptz,
  reminded_at timestamptz,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid references regulations.addressee
);
create index on regulations.addressee (of);
create index on regulations.addressee (person);
create index on regulations.addressee (organ);
create index on regulations.addressee (merged_into) where merged_into is not null;
create index on regulations.addressee (label collate "zh-x-icu", id);
create index on regulations.addressee (until);
create index on regulations.addressee using gin (search);

create table regulations.rule_making__readers (
  id uuid primary key,
  matter uuid not null references matter.matter,
  position integer not null,
  at timestamptz not null,
  by_person uuid,
  organ uuid references people.organ,
  role text
);
create index on regulations.rule_making__readers (matter);
create index on regulations.rule_making__readers (organ);
alter table regulations.rule_making add column read_by date;
