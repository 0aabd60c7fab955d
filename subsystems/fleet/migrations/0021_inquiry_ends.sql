-- 行驶核查: which alarm it came of is kept as what it is, so that each reader has it in his language; and what its finding led to.
update fleet.inquiry set alarm = case alarm
  when '封存期间行驶' then 'movement' when '夜间或节假日用车' then 'offHours' when '越界行驶' then 'outOfBounds'
  when '无派车单行驶' then 'withoutSlip' when '有派车单没有行驶' then 'unmovedSlip' when '没有到批准的目的地' then 'missedDestination' end
 where alarm is not null;
alter table fleet.inquiry add column redress text;
