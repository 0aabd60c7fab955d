-- 时间线: an entry is asked for by its matter and in its order, never by its number alone: one index does for both, at every step.
drop index matter.event_of_matter;
alter table matter.event drop constraint event_pkey, add primary key (matter, id);
