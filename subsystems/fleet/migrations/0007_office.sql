-- 公车台账: quotas, costs, cards, appointed shops, rentals; the approval by which a car may be dearer.
create extension if not exists btree_gist;
create table fleet.establishment (
  id uuid not null primary key,
  organ uuid not null,
  use text not null,
  count integer not null,
  document text,
  valid daterange not null,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid
);
create table fleet.cost (
  id uuid not null primary key,
  vehicle uuid not null,
  kind text not null,
  day date not null,
  amount numeric(18,2) not null,
  quantity numeric(18,2),
  odometer integer,
  card uuid,
  shop uuid,
  source text,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid
);
create table fleet.card (
  id uuid not null primary key,
  number text not null,
  kind text not null,
  vehicle uuid not null,
  issuer text,
  until date,
  standing text not null,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid
);
create table fleet.shop (
  id uuid not null primary key,
  name text not null,
  kind text not null,
  address text,
  phone text,
  tender text,
  until date,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid
);
create table fleet.rental (
  id uuid not null primary key,
  number text not null,
  company uuid not null,
  organ uuid,
  seats integer not null,
  price numeric(18,2) not null,
  begins date not null,
  until date not null,
  paper uuid[] not null default '{}',
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid
);
alter table fleet.vehicle add column exception text;
alter table fleet.establishment add foreign key (organ) references people.organ (id);
create index on fleet.establishment (organ);
alter table fleet.establishment add foreign key (merged_into) references fleet.establishment (id);
create index on fleet.establishment (merged_into) where merged_into is not null;
create index on fleet.establishment (label collate "zh-x-icu", id);
create index on fleet.establishment using gin (search);
alter table fleet.establishment add exclude using gist (organ with =, use with =, valid with &&) where (retired_at is null and merged_into is null);
alter table fleet.cost add foreign key (vehicle) references fleet.vehicle (id);
create index on fleet.cost (vehicle);
alter table fleet.cost add foreign key (card) references fleet.card (id);
create index on fleet.cost (card);
alter table fleet.cost add foreign key (shop) references fleet.shop (id);
create index on fleet.cost (shop);
alter table fleet.cost add foreign key (merged_into) references fleet.cost (id);
create index on fleet.cost (merged_into) where merged_into is not null;
create index on fleet.cost (label collate "zh-x-icu", id);
create index on fleet.cost (day);
create index on fleet.cost using gin (search);
create unique index on fleet.card (number) where retired_at is null;
alter table fleet.card add foreign key (vehicle) references fleet.vehicle (id);
create index on fleet.card (vehicle);
create index on fleet.card (until);
alter table fleet.card add foreign key (merged_into) references fleet.card (id);
create index on fleet.card (merged_into) where merged_into is not null;
create index on fleet.card (label collate "zh-x-icu", id);
create index on fleet.card (number collate "zh-x-icu", id);
create index on fleet.card using gin (search);
create unique index on fleet.shop (name) where retired_at is null;
create index on fleet.shop (until);
alter table fleet.shop add foreign key (merged_into) references fleet.shop (id);
create index on fleet.shop (merged_into) where merged_into is not null;
create index on fleet.shop (label collate "zh-x-icu", id);
create index on fleet.shop using gin (search);
create unique index on fleet.rental (number) where retired_at is null;
alter table fleet.rental add foreign key (company) references fleet.shop (id);
create index on fleet.rental (company);
alter table fleet.rental add foreign key (organ) references people.organ (id);
create index on fleet.rental (organ);
create index on fleet.rental (until);
alter table fleet.rental add foreign key (merged_into) references fleet.rental (id);
create index on fleet.rental (merged_into) where merged_into is not null;
create index on fleet.rental (label collate "zh-x-icu", id);
create index on fleet.rental (until);
create index on fleet.rental using gin (search);
