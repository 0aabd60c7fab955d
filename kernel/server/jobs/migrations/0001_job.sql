-- Long work with its progress, and the ticks that look for what is due; several processes share both.
create schema job;

create table job.job (
  id uuid primary key,
  kind text not null,
  title text not null,
  owner uuid,
  state text not null check (state in ('queued', 'running', 'done', 'failed')),
  done int not null default 0,
  of int,
  payload jsonb not null,
  result jsonb,
  problem text,
  attempts int not null default 0,
  created_at timestamptz not null,
  started_at timestamptz,
  heartbeat_at timestamptz,
  finished_at timestamptz
);
create index job_waiting on job.job (created_at) where state in ('queued', 'running');

create table job.tick (
  name text primary key,
  last_at timestamptz not null
);
