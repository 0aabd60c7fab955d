-- The tables of the trial bureau's registers, with no more columns than access reads.
create schema if not exists people;
create table people.organ (
  id uuid primary key, name text not null, parent_organ uuid references people.organ,
  label text not null, retired_at timestamptz, merged_into uuid references people.organ
);
create table people.person (
  id uuid primary key, name text not null, organ uuid references people.organ,
  label text not null, retired_at timestamptz, merged_into uuid references people.person
);
create table people.site (
  id uuid primary key, name text not null,
  label text not null, retired_at timestamptz, merged_into uuid references people.site
);
create table people.vehicle (
  id uuid primary key, plate text not null, organ uuid references people.organ, site uuid references people.site, driver uuid references people.person
);
create index vehicle_organ on people.vehicle (organ);
create index vehicle_site on people.vehicle (site);
create trigger note_turn after insert or update or delete or truncate on people.organ
  for each statement execute function access.note_turn();
create trigger note_turn after insert or update or delete or truncate on people.site
  for each statement execute function access.note_turn();
