-- 编号: the last number given for a prefix on a day of Asia/Shanghai.
create schema if not exists numbering;

create table numbering.counter (
  prefix text not null check (prefix ~ '^[A-Z]{1,8}$'),
  day date not null,
  last integer not null check (last > 0),
  primary key (prefix, day)
);
