-- Lamps, for the test of the test database.
create schema lamp;
create table lamp.lamp (name text primary key, put_up_at timestamptz not null);
