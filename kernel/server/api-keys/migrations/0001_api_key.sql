-- 接口密钥: what a program shows instead of a password; only its digest is kept.
create schema if not exists api_key;
create table api_key.key (
  id uuid primary key,
  account uuid not null references access.account (id),
  title text not null,
  hash bytea not null unique,
  ending text not null,
  scopes text[] not null,
  organ uuid,
  addresses text[] not null default '{}',
  per_minute integer not null,
  expires_at timestamptz not null,
  created_by uuid not null references access.account (id),
  created_at timestamptz not null,
  last_used_at timestamptz,
  last_ip text,
  revoked_at timestamptz,
  revoked_by uuid references access.account (id)
);
create index on api_key.key (account);
