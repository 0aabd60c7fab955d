-- 时间线: an entry is asked for by its matter and in its order, never by its number alone: one index does for both, at every step.
alter table matter.event drop constraint event_pkey;
alter table matter.event add primary key (matter, id);
drop index matter.event_of_matter;
