-- 个人设置: how one's own screen looks, and the lists one keeps by name; of an account, and gone with it.
create schema personal;

create table personal.display (
  account uuid primary key references access.account on delete cascade,
  locale text not null check (locale in ('zh', 'en')),
  theme text not null check (theme in ('light', 'dark', 'system')),
  -- 关怀模式
  large boolean not null
);

create table personal.view (
  id uuid primary key,
  account uuid not null references access.account on delete cascade,
  -- The register or matter it is a list of.
  list text not null,
  name text not null check (name <> ''),
  -- What stands behind the question mark of its address.
  search text not null,
  created_at timestamptz not null,
  unique (account, list, name)
);
