-- 按时完工与要料: whether a repair was finished within its promise, so that a figure opens to exactly its rows; and the materials its worker asks for.
alter table service_desk.repair add column in_time boolean;
update service_desk.repair set in_time = finished_at <= promised_at where finished_at is not null and promised_at is not null;

create table service_desk.repair__needs (
  id uuid not null primary key,
  matter uuid not null references matter.matter (id),
  position integer not null,
  at timestamptz not null,
  by_person uuid,
  material uuid not null references service_desk.material (id),
  quantity numeric(18,2) not null,
  outcome text,
  purchase text
);
create index on service_desk.repair__needs (matter);
create index on service_desk.repair__needs (material);
