-- 节假日不封存申请: which car an organ asks to let off over a holiday, what for and where.
create table fleet.exemption (
  matter uuid not null primary key,
  immobilisation uuid not null,
  vehicle uuid not null,
  organ uuid,
  duty text not null,
  place text not null,
  why text not null,
  reason text
);
alter table fleet.exemption add foreign key (matter) references matter.matter (id);
alter table fleet.exemption add foreign key (immobilisation) references fleet.immobilisation (id);
create index on fleet.exemption (immobilisation);
alter table fleet.exemption add foreign key (vehicle) references fleet.vehicle (id);
create index on fleet.exemption (vehicle);
alter table fleet.exemption add foreign key (organ) references people.organ (id);
create index on fleet.exemption (organ);
