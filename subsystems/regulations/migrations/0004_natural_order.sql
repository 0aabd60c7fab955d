-- Lists are read in an order in which numbers in names count by their value (101, 102, 1001): their indexes stand in it too.
do $$
declare
  one record;
begin
  for one in
    select i.indexrelid::regclass as name, pg_get_indexdef(i.indexrelid) as made
      from pg_index i join pg_class c on c.oid = i.indrelid
     where c.relnamespace = 'regulations'::regnamespace and pg_get_indexdef(i.indexrelid) like '%"zh-x-icu"%'
  loop
    execute format('drop index %s', one.name);
    execute replace(one.made, '"zh-x-icu"', '"zh-natural"');
  end loop;
end
$$;
