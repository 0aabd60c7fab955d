-- 到期: every day on which something in a register ends, kept beside the row, with what has been warned of and said about it.
create schema if not exists due;

create table due.expiry (
  id uuid primary key default gen_random_uuid(),
  register text not null,
  -- No foreign key: one table serves the rows of every register.
  row uuid not null,
  -- The field that holds the day; `to` for the last day of a dated row.
  field text not null,
  day date not null,
  -- The narrowest number of days ahead that has been told of for this day; -1 once the day is past.
  warned integer,
  put_aside text check (put_aside in ('snoozed', 'acknowledged')),
  put_aside_until date,
  put_aside_reason text,
  put_aside_by text,
  put_aside_at timestamptz,
  check ((put_aside = 'snoozed') = (put_aside_until is not null)),
  check ((put_aside is null) = (put_aside_reason is null)),
  unique (register, row, field)
);
create index expiry_by_day on due.expiry (register, field, day);
