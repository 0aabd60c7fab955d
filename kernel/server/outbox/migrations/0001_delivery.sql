-- What must reach somebody outside 发件箱: written with what caused it, sent after the commit, until there is a receipt or no hope.
create schema if not exists outbox;

create table outbox.delivery (
  id uuid primary key,
  topic text not null,
  -- Goes with every attempt, so that whoever receives it twice knows it.
  key text not null,
  payload jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'dead')),
  attempts integer not null default 0,
  written_at timestamptz not null,
  -- Not before; while an attempt is under way, when it is given up for lost.
  next_at timestamptz not null,
  receipt text,
  -- What went wrong last, in both languages.
  problem jsonb,
  ended_at timestamptz,
  unique (topic, key),
  check ((state = 'waiting') = (ended_at is null)),
  check ((state = 'sent') = (receipt is not null)),
  check (state <> 'dead' or problem is not null)
);
create index delivery_due on outbox.delivery (topic, next_at) where state = 'waiting';
create index delivery_dead on outbox.delivery (ended_at desc, id) where state = 'dead';
create index delivery_sent on outbox.delivery (ended_at) where state = 'sent';
