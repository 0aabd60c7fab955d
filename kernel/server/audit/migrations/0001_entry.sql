-- 审计: entries are written in the transaction of the deed; seals chain them once it has committed.
create schema if not exists audit;

create table audit.entry (
  id bigint generated always as identity primary key,
  -- Of this cluster: a backup leaves it out, so that a restore gives its own.
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  actor uuid,
  actor_name text not null,
  session text,
  ip text,
  action text not null,
  subject_kind text,
  subject_id text,
  summary text not null,
  before jsonb,
  after jsonb,
  suite text not null,
  digest bytea not null
);

create index entry_sealing on audit.entry (xid, id);
create index entry_subject on audit.entry (subject_kind, subject_id, id);
create index entry_actor on audit.entry (actor, id);
create index entry_at on audit.entry (at);

create table audit.seal (
  seq bigint primary key check (seq > 0),
  -- No foreign key: an entry that was removed must leave its seal behind.
  entry_id bigint not null unique,
  at timestamptz not null,
  suite text not null,
  previous bytea not null,
  chain bytea not null
);

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '审计记录不可更改或删除 / audit records are never changed or removed (%.%)', tg_table_schema, tg_table_name
    using errcode = 'insufficient_privilege';
end
$$;

create trigger refuse_change before update or delete on audit.entry for each row execute function audit.refuse_change();
create trigger refuse_truncate before truncate on audit.entry for each statement execute function audit.refuse_change();
create trigger refuse_change before update or delete on audit.seal for each row execute function audit.refuse_change();
create trigger refuse_truncate before truncate on audit.seal for each statement execute function audit.refuse_change();
alter table audit.entry enable always trigger refuse_change;
alter table audit.entry enable always trigger refuse_truncate;
alter table audit.seal enable always trigger refuse_change;
alter table audit.seal enable always trigger refuse_truncate;
