-- 检索词: beside the row that every step rewrites, which carried them, and an index entry for each of them, along each time.
create table matter.search (
  matter uuid primary key references matter.matter,
  words text[] not null
);
insert into matter.search (matter, words) select id, search from matter.matter;
create index search_words on matter.search using gin (words);
alter table matter.matter drop column search;

-- Few matters have a reporter without an account: the others need no entry.
alter table matter.matter drop constraint matter_requester_token_key;
create unique index matter_of_reporter on matter.matter (requester_token) where requester_token is not null;
