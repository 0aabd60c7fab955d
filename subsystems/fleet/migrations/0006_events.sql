-- 行车事件: what happened on a day, as it was judged then; circles among the fences.
alter table fleet.fence add column radius integer;
create table fleet.event (
  id bigint generated always as identity primary key,
  vehicle uuid not null,
  day date not null,
  kind text not null,
  begins timestamptz not null,
  -- the last position of it, also while it goes on
  ends timestamptz not null,
  going_on boolean not null,
  measured numeric not null,
  latitude integer,
  longitude integer,
  caught_up boolean not null,
  says jsonb not null,
  -- open: an alarm stands; told: an alarm was raised and is over, or none was due
  told text not null default 'no',
  -- the day was reckoned anew and it was not so
  withdrawn_at timestamptz,
  unique (vehicle, day, kind, begins)
);
create index event_day on fleet.event (day);
alter table fleet.vehicle_day add column watch jsonb;
