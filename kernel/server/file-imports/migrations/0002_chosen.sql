-- Whose a file is may be said by hand; and an archive may be meant whole or not at all.
alter table file_imports.import
  -- Of the numbers of files, the rows they were given by hand.
  add column chosen jsonb not null default '{}'::jsonb,
  add column mode text not null default 'partial' check (mode in ('partial', 'whole'));
alter table file_imports.line
  -- No row was found for it: whose it is can be said by hand.
  add column choosable boolean not null default false;
