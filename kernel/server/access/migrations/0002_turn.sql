-- 授权的日子: the day up to which grants that began or ended have been told to open consoles.
create table access.turn (
  single boolean primary key default true check (single),
  day date not null
);
