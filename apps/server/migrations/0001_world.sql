-- The demonstration's world: which moment it stands at, and how far its district has been loaded.
create schema world;

create table world.world (
  single boolean primary key default true check (single),
  -- the world's time when it was opened, and when it was last seen: a pause does not age it
  opened_at timestamptz not null,
  last_at timestamptz not null
);

create table world.loaded (
  part text not null,
  phase text not null check (phase in ('base', 'history')),
  at timestamptz not null,
  primary key (part, phase)
);
