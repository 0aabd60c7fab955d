-- The edge: answers kept under an idempotency key, so that the same request twice has one effect.
create schema http;

create table http.idempotency (
  caller text not null,
  key text not null,
  digest bytea not null,
  status int,
  body jsonb,
  at timestamptz not null,
  primary key (caller, key)
);
create index idempotency_at on http.idempotency (at);
