-- What is found by which words 检索词: how the names and words of a register's rows, or of all matters, were made.
create schema find;

create table find.made (
  -- the id of a register, or `matters`
  what text primary key,
  -- tells one way of making them from another
  way text not null,
  -- the last row made anew in this way; null once all of them are
  after uuid
);
