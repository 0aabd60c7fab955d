-- 新员工入职: who is to come, and when he came.
create table staffing."join" (
  matter uuid not null primary key,
  person uuid not null,
  organ uuid not null,
  title text not null,
  starts_on date not null,
  room uuid,
  username text not null,
  note text,
  newcomer uuid,
  arrived_on date
);
alter table staffing."join" add foreign key (matter) references matter.matter (id);
alter table staffing."join" add foreign key (person) references people.person (id);
create index on staffing."join" (person);
alter table staffing."join" add foreign key (organ) references people.organ (id);
create index on staffing."join" (organ);
alter table staffing."join" add foreign key (room) references places.room (id);
create index on staffing."join" (room);
alter table staffing."join" add foreign key (newcomer) references people.person (id);
create index on staffing."join" (newcomer);
