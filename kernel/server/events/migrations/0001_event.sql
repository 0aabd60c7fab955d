-- 事件: appended in the writer's transaction, read once every older transaction has ended.
create schema if not exists events;

create table events.event (
  id bigint generated always as identity,
  -- Of this cluster: a backup leaves events out, they are news and not records.
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  topic text not null,
  persons uuid[],
  roles text[],
  organ uuid,
  site uuid,
  payload jsonb not null,
  primary key (xid, id)
);

create index event_at on events.event (at);

-- The newest event that was swept away: whoever stands before it has missed some.
create table events.horizon (
  single boolean primary key default true check (single),
  xid xid8 not null,
  id bigint not null
);
