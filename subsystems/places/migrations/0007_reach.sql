-- 权限有变: grants reach into the sites, so who was read before they were written is read again.
create trigger note_turn after insert or update or delete or truncate on places.site
  for each statement execute function access.note_turn();
