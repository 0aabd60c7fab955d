-- 采购维修材料: the form of a purchase and its list.
create table service_desk.purchase (
  matter uuid primary key references matter.matter,
  what text not null,
  site uuid not null references places.site,
  manner text not null,
  repair text,
  amount numeric(18,2),
  supplier text,
  quotations uuid[] not null default '{}',
  paid numeric(18,2),
  invoice text
);
create index on service_desk.purchase (site);

create table service_desk.purchase__items (
  id uuid primary key,
  matter uuid not null references matter.matter,
  position integer not null,
  at timestamptz not null,
  by_person uuid,
  material uuid not null references service_desk.material,
  quantity numeric(18,2) not null,
  price numeric(18,2) not null,
  outcome text
);
create index on service_desk.purchase__items (matter);
create index on service_desk.purchase__items (material);
