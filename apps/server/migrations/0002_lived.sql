-- How far each part of the demonstration has lived: what happens after it is still to be told.
create table world.lived (
  part text primary key,
  until timestamptz not null
);

-- a demonstration of before goes on from where its history ended
insert into world.lived (part, until)
select part, max(at) from world.loaded where part in ('places', 'service-desk', 'goals', 'staffing') group by part;
