-- Jobs asked for in one moment are done in the order in which they were asked for.
alter table job.job add column seq bigint generated always as identity;
drop index job.job_waiting;
create index job_waiting on job.job (created_at, seq) where state in ('queued', 'running');
