-- 离岗: who goes, when and where to, and what was settled of all he held and owed.
create table staffing.departure (
  matter uuid not null primary key,
  person uuid not null,
  kind text not null,
  "on" date not null,
  why text not null,
  to_organ uuid,
  to_title text,
  papers uuid[] not null default '{}',
  organ uuid,
  leaver uuid,
  gone_on date
);
create table staffing.departure__settled (
  id uuid not null primary key,
  matter uuid not null,
  position integer not null,
  at timestamptz not null,
  by_person uuid,
  title text,
  way text not null,
  "to" uuid,
  reason text,
  outcome text,
  item text not null
);
alter table staffing.departure add foreign key (matter) references matter.matter (id);
alter table staffing.departure add foreign key (person) references people.person (id);
create index on staffing.departure (person);
alter table staffing.departure add foreign key (to_organ) references people.organ (id);
create index on staffing.departure (to_organ);
alter table staffing.departure add foreign key (organ) references people.organ (id);
create index on staffing.departure (organ);
alter table staffing.departure add foreign key (leaver) references people.person (id);
create index on staffing.departure (leaver);
alter table staffing.departure__settled add foreign key (matter) references matter.matter (id);
create index on staffing.departure__settled (matter);
alter table staffing.departure__settled add foreign key ("to") references people.person (id);
create index on staffing.departure__settled ("to");
