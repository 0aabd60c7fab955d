-- 权限有变: which transactions wrote something that tells who somebody is and how far he reaches. Whoever keeps what he has read asks here
-- whether one has been committed since; a row is never taken away, and there are few.
create table access.turned (xid xid8 primary key);

-- For the accounts, the grants, and the trees they reach into: the tables of the two dimensions have it from their own migrations.
create function access.note_turn() returns trigger language plpgsql as $$
begin
  insert into access.turned values (pg_current_xact_id()) on conflict do nothing;
  return null;
end
$$;
create trigger note_turn after insert or update or delete or truncate on access.account
  for each statement execute function access.note_turn();
create trigger note_turn after insert or update or delete or truncate on access.grant
  for each statement execute function access.note_turn();
