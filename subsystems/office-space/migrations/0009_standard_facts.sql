-- 办公室内附设、附属用房配建数、租用批准: what the standards need beside rooms and seats.
create table office_space.inner_room (
  id uuid not null primary key,
  room uuid not null,
  kind text not null,
  area numeric(18,2) not null,
  valid daterange not null,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid
);
create table office_space.site_need (
  id uuid not null primary key,
  site uuid not null,
  cars integer not null,
  bicycles integer not null,
  electric integer not null,
  guards integer not null,
  basis text,
  valid daterange not null,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid
);
create table office_space.lease_approval (
  id uuid not null primary key,
  site uuid not null,
  approval text not null,
  papers uuid[] not null default '{}',
  valid daterange not null,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid
);
alter table office_space.inner_room add foreign key (room) references places.room (id);
create index on office_space.inner_room (room);
alter table office_space.inner_room add foreign key (merged_into) references office_space.inner_room (id);
create index on office_space.inner_room (merged_into) where merged_into is not null;
create index on office_space.inner_room (label collate "zh-x-icu", id);
create index on office_space.inner_room using gin (search);
alter table office_space.inner_room add exclude using gist (room with =, kind with =, valid with &&) where (retired_at is null and merged_into is null);
alter table office_space.site_need add foreign key (site) references places.site (id);
create index on office_space.site_need (site);
alter table office_space.site_need add foreign key (merged_into) references office_space.site_need (id);
create index on office_space.site_need (merged_into) where merged_into is not null;
create index on office_space.site_need (label collate "zh-x-icu", id);
create index on office_space.site_need using gin (search);
alter table office_space.site_need add exclude using gist (site with =, valid with &&) where (retired_at is null and merged_into is null);
alter table office_space.lease_approval add foreign key (site) references places.site (id);
create index on office_space.lease_approval (site);
alter table office_space.lease_approval add foreign key (merged_into) references office_space.lease_approval (id);
create index on office_space.lease_approval (merged_into) where merged_into is not null;
create index on office_space.lease_approval (label collate "zh-x-icu", id);
create index on office_space.lease_approval using gin (search);
alter table office_space.lease_approval add exclude using gist (site with =, valid with &&) where (retired_at is null and merged_into is null);
