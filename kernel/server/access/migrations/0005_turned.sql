-- 权限有变: which transactions wrote something that tells how far anybody reaches. Whoever keeps what he has read asks here
-- whether one has been committed since; a row is never taken away, and there are few.
create table access.turned (xid xid8 primary key);

-- Put on the tables of grants and of the trees they reach into, at every start.
create function access.note_turn() returns trigger language plpgsql as $$
begin
  insert into access.turned values (pg_current_xact_id()) on conflict do nothing;
  return null;
end
$$;
