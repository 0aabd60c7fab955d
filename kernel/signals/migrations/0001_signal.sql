-- What devices say: readings by month, the latest of each, breaches that may become alarms, alarms.
create schema signal;

-- device time and our time are both kept; rows are cut by device time
create table signal.reading (
  signal text not null,
  subject uuid not null,
  device text not null,
  sequence bigint not null,
  at timestamptz not null,
  received_at timestamptz not null,
  value double precision not null,
  attributes jsonb not null
) partition by range (at);
create table signal.reading_other partition of signal.reading default;
create index reading_subject on signal.reading (signal, subject, at);

-- a device's sequence is stored once, whatever time it claims when it repeats itself
create table signal.seen (
  device text not null,
  sequence bigint not null,
  received_at timestamptz not null,
  primary key (device, sequence)
);
create index seen_received on signal.seen (received_at);

create table signal.latest (
  signal text not null,
  subject uuid not null,
  device text not null,
  at timestamptz not null,
  received_at timestamptz not null,
  value double precision not null,
  attributes jsonb not null,
  organ uuid,
  site uuid,
  primary key (signal, subject)
);
create index latest_site on signal.latest (signal, site);
create index latest_organ on signal.latest (signal, organ);

-- a breach that has begun, or the calm that has: the patience of a rule is measured from here
create table signal.breach (
  signal text not null,
  alarm text not null,
  subject uuid not null,
  since timestamptz not null,
  calm_since timestamptz,
  primary key (signal, alarm, subject)
);

create table signal.alarm (
  id uuid primary key,
  signal text not null,
  alarm text not null,
  subject uuid not null,
  subject_name text not null,
  severity text not null check (severity in ('minor', 'major', 'critical')),
  state text not null check (state in ('open', 'acknowledged', 'cleared')),
  since timestamptz not null,
  raised_at timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  acknowledged_name text,
  comment text,
  cleared_at timestamptz,
  value double precision not null,
  finding jsonb not null,
  matter text,
  organ uuid,
  site uuid
);
create unique index alarm_one_at_a_time on signal.alarm (signal, alarm, subject) where state <> 'cleared';
create index alarm_site on signal.alarm (site, raised_at desc);
create index alarm_organ on signal.alarm (organ, raised_at desc);
create index alarm_state on signal.alarm (state, raised_at desc);
