-- 登记整改: the form of a correction.
create table people.correction (
  matter uuid primary key references matter.matter,
  what text not null,
  organ uuid references people.organ,
  person uuid references people.person,
  contractor uuid references people.contractor,
  until date,
  handler uuid references people.person,
  result text
);
create index on people.correction (organ);
create index on people.correction (person);
create index on people.correction (contractor);
create index on people.correction (handler);
