-- 管控级别: a room of the grade `restricted` exists only for whoever keeps it.
alter table places.room add column grade text;
