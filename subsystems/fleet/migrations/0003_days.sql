-- 行车日: which days of which cars are to be reckoned anew, their trips, and what is kept of a day when its positions have gone.
create table fleet.day_open (
  vehicle uuid not null,
  day date not null,
  -- the earliest position of the day that was not reckoned yet
  from_at timestamptz not null,
  touched_at timestamptz not null,
  primary key (vehicle, day)
);
create index day_open_touched on fleet.day_open (touched_at);

-- Distances in metres, speeds in 0.1 km/h, coordinates in 1e-6 degrees WGS-84.
create table fleet.trip (
  vehicle uuid not null,
  day date not null,
  begins timestamptz not null,
  ends timestamptz not null,
  from_latitude integer not null,
  from_longitude integer not null,
  to_latitude integer not null,
  to_longitude integer not null,
  metres integer not null,
  by_odometer boolean not null,
  driving_seconds integer not null,
  idling_seconds integer not null,
  fastest integer not null,
  positions integer not null,
  caught_up boolean not null,
  under_way boolean not null,
  primary key (vehicle, day, begins)
);
create index trip_day on fleet.trip (day);

create table fleet.vehicle_day (
  vehicle uuid not null,
  day date not null,
  metres integer not null,
  unseen_metres integer not null,
  trips integer not null,
  driving_seconds integer not null,
  idling_seconds integer not null,
  fastest integer not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  positions integer not null,
  jumps integer not null,
  caught_up integer not null,
  -- how far the reckoning has come, to go on from there
  course jsonb not null,
  reckoned_at timestamptz not null,
  primary key (vehicle, day)
);
create index vehicle_day_day on fleet.vehicle_day (day);
