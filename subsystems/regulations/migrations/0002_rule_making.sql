-- 制度制定到版本: the draft's own facts, who is asked, opinions with their handling; the day a document is repealed from.
alter table regulations.document add column repealed_on date;

alter table regulations.rule_making
  add column rank text,
  add column evaluate_by date,
  add column repealed_on date,
  add column issued uuid references regulations.document,
  drop column heard;
update regulations.rule_making set rank = 'measure';
alter table regulations.rule_making alter column rank set not null;
create index on regulations.rule_making (issued);

create table regulations.rule_making__asked (
  id uuid primary key,
  matter uuid not null references matter.matter,
  position integer not null,
  at timestamptz not null,
  by_person uuid,
  organ uuid references people.organ,
  person uuid references people.person
);
create index on regulations.rule_making__asked (matter);
create index on regulations.rule_making__asked (organ);
create index on regulations.rule_making__asked (person);

create table regulations.rule_making__opinions (
  id uuid primary key,
  matter uuid not null references matter.matter,
  position integer not null,
  at timestamptz not null,
  by_person uuid,
  article text,
  text text not null,
  handling text,
  why text
);
create index on regulations.rule_making__opinions (matter);

-- 目录事项的依据: how far each clause was checked.
alter table regulations.catalogue_item__bases add column reading text;
