-- 公务用车公示: the year of each organ's cars as it was published, and the cars behind it.
create table fleet.publication (
  matter uuid not null primary key,
  year integer not null,
  corrects text,
  until date,
  edition integer,
  organs integer,
  cars integer,
  total numeric(18,2),
  digest text,
  published_on date
);
alter table fleet.publication add foreign key (matter) references matter.matter (id);

create table fleet.published (
  matter uuid not null primary key references fleet.publication (matter) on delete cascade,
  organs jsonb not null,
  cars jsonb not null
);
