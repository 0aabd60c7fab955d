-- The matter's own deadline as it was when its approval was asked for: who is asked is asked to decide before it.
alter table approval.instance add column latest timestamptz;
