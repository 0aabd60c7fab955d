-- 权限有变: grants reach into the tree of organs, so who was read before it was written is read again.
create trigger note_turn after insert or update or delete or truncate on people.organ
  for each statement execute function access.note_turn();
