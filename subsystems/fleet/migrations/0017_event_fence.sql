-- 行车事件: which fence was left or entered, in words.
alter table fleet.event add column fence text;
