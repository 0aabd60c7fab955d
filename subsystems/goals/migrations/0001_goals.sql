-- 工作成效: the answers of the organs; one survey for an organ and a quarter.
create schema if not exists goals;
create table goals.survey (
  matter uuid not null primary key,
  organ uuid not null,
  quarter text not null,
  until date not null,
  safe text,
  orderly text,
  efficient text,
  overall text,
  words text
);
alter table goals.survey add foreign key (matter) references matter.matter (id);
alter table goals.survey add foreign key (organ) references people.organ (id);
create index on goals.survey (organ);
create index on goals.survey (quarter, organ);
