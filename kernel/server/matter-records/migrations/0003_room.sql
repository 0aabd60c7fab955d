-- 待办: what waits for a role is counted from its index alone, whatever kinds and places the role reaches.
drop index matter.matter_of_role;
create index matter_of_role on matter.matter (holder_role, due_at, id) include (kind, organ, site) where closed_at is null and holder_role is not null;

-- Room on each page for the versions a matter goes through, so that a step that changes no index stays on its page.
alter table matter.matter set (fillfactor = 80);
