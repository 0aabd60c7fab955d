-- 台账: the codes printed for rows, one for each row for ever.
create schema if not exists register;

create table register.code (
  code text primary key,
  register text not null,
  -- No foreign key: one table serves the rows of every register.
  row uuid not null,
  made_at timestamptz not null,
  unique (register, row)
);
