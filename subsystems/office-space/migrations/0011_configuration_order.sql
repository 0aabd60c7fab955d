-- 用房配置次序: why an exchange and why a lease will not do, beside why the pool will not.
alter table office_space.room_request add column no_exchange text, add column no_lease text;
