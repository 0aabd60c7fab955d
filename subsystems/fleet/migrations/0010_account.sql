-- 单车核算: how much a tank holds, where a car came from and how it is fitted out, when it was fuelled and where the station stands.
alter table fleet.vehicle add column tank integer;
alter table fleet.vehicle add column origin text;
alter table fleet.vehicle add column interior text;
alter table fleet.cost add column at timestamptz;
alter table fleet.shop add column longitude numeric(18,6);
alter table fleet.shop add column latitude numeric(18,6);
create index cost_vehicle_day on fleet.cost (vehicle, day);
