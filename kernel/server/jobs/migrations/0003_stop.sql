-- Whoever asked for long work may stop it: it ends where it next says how far it has come.
alter table job.job add column stop boolean not null default false;
