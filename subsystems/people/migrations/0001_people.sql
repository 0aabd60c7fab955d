-- 人员与单位: organs, contractors, persons and their posts, and what neighbours may read of them.
create extension if not exists btree_gist;
create schema if not exists people;

create table people.organ (
  id uuid primary key,
  name text not null,
  short_name text not null,
  category text not null,
  level text not null,
  parent uuid references people.organ,
  credit_code text,
  establishment integer not null,
  head uuid,
  address text,
  phone text,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid references people.organ
);
create unique index on people.organ (name) where retired_at is null;
create index on people.organ (parent);
create unique index on people.organ (credit_code) where retired_at is null;
create index on people.organ (head);
create index on people.organ (merged_into) where merged_into is not null;
create index on people.organ (label collate "zh-x-icu", id);
create index on people.organ using gin (search);

create table people.organ__leadership (
  id uuid primary key,
  parent uuid not null references people.organ on delete cascade,
  position integer not null,
  rank text not null,
  count integer not null
);
create index on people.organ__leadership (parent);

create table people.contractor (
  id uuid primary key,
  name text not null,
  business text not null,
  credit_code text not null,
  contact text not null,
  phone text not null,
  contract_from date not null,
  contract_until date not null,
  commitment text,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid references people.contractor
);
create unique index on people.contractor (name) where retired_at is null;
create unique index on people.contractor (credit_code) where retired_at is null;
create index on people.contractor (contract_until);
create index on people.contractor (merged_into) where merged_into is not null;
create index on people.contractor (label collate "zh-x-icu", id);
create index on people.contractor using gin (search);

create table people.person (
  id uuid primary key,
  name text not null,
  number text not null,
  gender text not null,
  born date,
  phone text,
  office_phone text,
  identity text,
  organ uuid not null references people.organ,
  rank text,
  employment text not null,
  contractor uuid references people.contractor,
  standing text not null,
  joined_on date,
  left_on date,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid references people.person
);
create unique index on people.person (number) where retired_at is null;
create unique index on people.person (identity) where retired_at is null;
create index on people.person (organ);
create index on people.person (contractor);
create index on people.person (merged_into) where merged_into is not null;
create index on people.person (label collate "zh-x-icu", id);
create index on people.person using gin (search);

create table people.post (
  id uuid primary key,
  person uuid not null references people.person,
  organ uuid not null references people.organ,
  title text not null,
  kind text not null,
  duty text not null,
  rank text,
  valid daterange not null,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid references people.post
);
create index on people.post (person);
create index on people.post (organ);
create index on people.post (merged_into) where merged_into is not null;
create index on people.post (label collate "zh-x-icu", id);
create index on people.post using gin (search);
alter table people.post add exclude using gist (person with =, organ with =, valid with &&) where (retired_at is null and merged_into is null);

-- An organ and its head are entered together, so this is checked when the transaction ends.
alter table people.organ add foreign key (head) references people.person deferrable initially deferred;

-- For neighbours: one row for each span of days in which a person held a main post.
create view people.person_main_post as
select p.id as person, p.label as name, t.organ, o.label as organ_name, t.title, t.duty, coalesce(t.rank, p.rank) as rank, t.valid
  from people.post t
  join people.person p on p.id = t.person
  join people.organ o on o.id = t.organ
 where t.kind = 'main' and t.retired_at is null and t.merged_into is null and p.merged_into is null;
