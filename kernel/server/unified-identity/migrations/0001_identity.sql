-- 统一身份: who the city says somebody is, and which account of ours that opens.
create schema if not exists identity;

create table identity.provider (
  id uuid primary key,
  title text not null check (title <> ''),
  issuer text not null check (issuer ~ '^https?://'),
  client_id text not null check (client_id <> ''),
  -- What the vault sealed; null for a client without a secret.
  sealed_secret text,
  scopes text[] not null,
  -- The claim that stays with a person for life.
  subject_claim text not null check (subject_claim <> ''),
  -- Claims by which accounts may be found: [{"claim", "field", "automatic"}], field of the person register.
  matching jsonb not null default '[]',
  enabled boolean not null,
  created_at timestamptz not null,
  version integer not null default 1
);

-- A sign-in under way, for whichever process the answer comes back to.
create table identity.attempt (
  state_hash bytea primary key,
  -- SHA-256 of what the browser holds that began it: nobody is signed in by somebody else's answer.
  browser_hash bytea not null,
  provider uuid not null references identity.provider,
  nonce text not null,
  verifier text not null,
  return_to text not null,
  -- Of who links an identity to the account he is signed in with; null for a sign-in.
  linking_session uuid,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index attempt_expires on identity.attempt (expires_at);

-- Somebody the provider vouches for and no account answers to: he may show once which account is his.
create table identity.arrival (
  id uuid primary key,
  browser_hash bytea not null,
  provider uuid not null references identity.provider,
  subject text not null,
  shown text not null,
  return_to text not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index arrival_browser on identity.arrival (browser_hash);

create table identity.link (
  id uuid primary key,
  provider uuid not null references identity.provider,
  subject text not null check (subject <> '' and length(subject) <= 255),
  account uuid not null references access.account,
  -- What the provider calls him, for people to tell identities apart.
  shown text not null,
  how text not null check (how in ('password', 'signed-in', 'claim')),
  linked_at timestamptz not null,
  last_used_at timestamptz,
  ended_at timestamptz,
  ended_by uuid references access.account,
  end_reason text
);
create unique index link_subject on identity.link (provider, subject) where ended_at is null;
create unique index link_account on identity.link (provider, account) where ended_at is null;
create index link_of_account on identity.link (account);

-- Which sessions came in by which link.
create table identity.session (
  session uuid primary key,
  link uuid not null references identity.link
);
create index session_link on identity.session (link);
