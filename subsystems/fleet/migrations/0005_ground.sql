-- The map cars are shown on 底图: shapes drawn by ourselves, and tiles laid under them where somebody has set them up.
create table fleet.ground (
  id smallint not null primary key default 1 check (id = 1),
  -- GeoJSON, WGS-84
  features jsonb not null,
  updated_at timestamptz not null
);
