-- 授权的依据: the matter by which a role was given or withdrawn, as its address ends (kind/number); null where none was.
alter table access.grant
  add column matter text check (matter like '%/%'),
  add column withdrawal_matter text check (withdrawal_matter like '%/%');
