-- 权限: accounts, their sessions, the roles granted to them, and the link by which an empty system gets its first.
create schema if not exists access;

create table access.account (
  id uuid primary key,
  username text not null unique check (username ~ '^[a-z0-9][a-z0-9._-]{1,63}$'),
  name text not null check (name <> ''),
  -- One account a person: roles that exclude each other could otherwise meet in two accounts of one person.
  person uuid unique,
  password_hash text not null,
  must_change boolean not null,
  password_changed_at timestamptz not null,
  disabled_at timestamptz,
  created_at timestamptz not null,
  version integer not null default 1
);

create table access.past_password (
  account uuid not null references access.account,
  set_at timestamptz not null,
  password_hash text not null,
  primary key (account, set_at)
);

-- Failed sign-ins by the digest of a username or an address: a name that no account bears is counted like any other,
-- and a password typed into the wrong box is not kept.
create table access.attempt (
  key bytea primary key,
  failures integer not null check (failures > 0),
  last_at timestamptz not null,
  locked_until timestamptz
);
create index attempt_last on access.attempt (last_at);

create table access.session (
  id uuid primary key,
  account uuid not null references access.account,
  -- SHA-256 of the token, which only its holder knows.
  token_hash bytea not null unique,
  ip text not null,
  agent text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index session_account on access.session (account) where ended_at is null;
create index session_expires on access.session (expires_at);

create table access.grant (
  id uuid primary key,
  account uuid not null references access.account,
  role text not null check (role ~ '^[a-z0-9-]+\.[a-z0-9-]+$' and role <> 'kernel.everyone'),
  organ uuid,
  site uuid,
  -- Days of Asia/Shanghai.
  valid daterange not null check (not isempty(valid)),
  reason text not null check (reason <> ''),
  -- Null: by the system itself, when it was installed.
  granted_by uuid references access.account check (granted_by <> account),
  granted_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid references access.account check (withdrawn_by <> account),
  withdrawal_reason text,
  check ((withdrawn_at is null) = (withdrawal_reason is null))
);
create index grant_account on access.grant (account);
create index grant_role on access.grant (role) where withdrawn_at is null;

-- Roles that nobody holds together, each pair both ways round; filled from the declarations at every start.
create table access.incompatible (
  role text not null,
  other text not null check (other <> role),
  primary key (role, other)
);
insert into access.incompatible (role, other) values
  ('kernel.system-admin', 'kernel.security-admin'), ('kernel.security-admin', 'kernel.system-admin'),
  ('kernel.system-admin', 'kernel.audit-admin'), ('kernel.audit-admin', 'kernel.system-admin'),
  ('kernel.security-admin', 'kernel.audit-admin'), ('kernel.audit-admin', 'kernel.security-admin');

create function access.refuse_incompatible() returns trigger language plpgsql as $$
declare
  held text;
begin
  if new.withdrawn_at is not null then
    return new;
  end if;
  -- Two grants to one account wait for each other, so that each sees the other.
  perform from access.account where account.id = new.account for update;
  select other.role into held
  from access.grant other join access.incompatible on incompatible.role = new.role and incompatible.other = other.role
  where other.account = new.account and other.id <> new.id and other.withdrawn_at is null and other.valid && new.valid
  limit 1;
  if found then
    raise exception '角色 % 与 % 不得由同一人担任 / nobody holds % and % together', new.role, held, new.role, held
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger refuse_incompatible before insert or update on access.grant
  for each row execute function access.refuse_incompatible();

create table access.setup (
  token_hash bytea primary key,
  expires_at timestamptz not null,
  used_at timestamptz
);
