-- 请假: who is away, what he hands over, and who stands in.
create table staffing.leave (
  matter uuid not null primary key,
  kind text not null,
  "from" date not null,
  "to" date not null,
  reason text not null,
  deputy uuid,
  organ uuid,
  days numeric(18,0),
  asker text,
  back_on date
);
create table staffing.leave__handover (
  id uuid not null primary key,
  matter uuid not null,
  position integer not null,
  at timestamptz not null,
  by_person uuid,
  what text not null,
  number text,
  title text,
  "to" uuid not null,
  outcome text
);
alter table staffing.leave add foreign key (matter) references matter.matter (id);
alter table staffing.leave add foreign key (deputy) references people.person (id);
create index on staffing.leave (deputy);
alter table staffing.leave add foreign key (organ) references people.organ (id);
create index on staffing.leave (organ);
alter table staffing.leave__handover add foreign key (matter) references matter.matter (id);
create index on staffing.leave__handover (matter);
alter table staffing.leave__handover add foreign key ("to") references people.person (id);
create index on staffing.leave__handover ("to");

-- The rows of deputies that a leave made, so that its end ends them.
create table staffing.leave_deputy (
  matter uuid not null references matter.matter,
  deputy uuid not null references approval.deputy,
  primary key (matter, deputy)
);
