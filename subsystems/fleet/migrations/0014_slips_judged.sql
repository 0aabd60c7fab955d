-- 派车单核对: a slip that is over is held against the road once.
alter table fleet.slip add column judged_at timestamptz;
create index slip_unjudged on fleet.slip (came_at) where judged_at is null and came_at is not null;
