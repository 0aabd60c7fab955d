-- What was photographed at the door; the files belong to the patrol and to the redress.
alter table office_space.visit add column photos uuid[] not null default '{}';
