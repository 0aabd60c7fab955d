-- 账号: some news is for an account whoever holds it; administrators and programs are no persons of the register.
alter table events.event add column accounts uuid[];
