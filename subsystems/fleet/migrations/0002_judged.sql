-- 研判: what is news about a car is judged once; an inquiry into a drive while immobilised.
alter table fleet.position_change add column judged_at timestamptz;
create index position_change_open on fleet.position_change (id) where judged_at is null;
create table fleet.inquiry (
  matter uuid not null primary key,
  vehicle uuid not null,
  organ uuid,
  what text not null,
  finding text,
  account text,
  alarm text
);
alter table fleet.inquiry add foreign key (matter) references matter.matter (id);
alter table fleet.inquiry add foreign key (vehicle) references fleet.vehicle (id);
create index on fleet.inquiry (vehicle);
alter table fleet.inquiry add foreign key (organ) references people.organ (id);
create index on fleet.inquiry (organ);
