-- 数据导出: what was asked for, and until when it may be fetched.
create schema if not exists data_release;
create table data_release.release (
  matter uuid not null primary key,
  title text not null,
  count integer not null,
  whole boolean not null,
  reason text not null,
  filter text,
  list text not null,
  organ uuid,
  until timestamptz
);
alter table data_release.release add foreign key (matter) references matter.matter (id);
alter table data_release.release add foreign key (organ) references people.organ (id);
create index on data_release.release (organ);
