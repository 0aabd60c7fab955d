-- 终端指令: what is asked of a terminal is a row before it is a message; the gateway that has the terminal takes it once, and writes back how it ended.
create table fleet.command (
  id uuid not null primary key,
  vehicle uuid not null,
  terminal uuid not null,
  -- the number the terminal is called under
  identity text not null,
  kind text not null,
  given jsonb not null,
  asked_by uuid not null,
  asked_name text not null,
  asked_at timestamptz not null,
  -- what could cut a terminal off waits for another officer
  second_by uuid,
  second_name text,
  second_at timestamptz,
  -- confirming → queued → sent → ok, rejected, timeout, offline; withdrawn before it was sent
  state text not null,
  -- of a terminal that refuses: 1 failed, 2 wrong, 3 unsupported
  code integer,
  -- why it ended as it did, where the outcome does not say it
  why text,
  answer jsonb,
  gateway text,
  queued_at timestamptz,
  sent_at timestamptz,
  settled_at timestamptz,
  recorded_at timestamptz
);
create index command_vehicle on fleet.command (vehicle, asked_at desc);
create index command_asked on fleet.command (asked_at desc);
create index command_open on fleet.command (state) where state in ('confirming', 'queued', 'sent');
create index command_unrecorded on fleet.command (settled_at) where settled_at is not null and recorded_at is null;
