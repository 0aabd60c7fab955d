-- 公示的总数: sites and certified built area on the day, frozen with the organs; editions from before have none.
alter table office_space.publication add column sites integer, add column built numeric(18,2);
