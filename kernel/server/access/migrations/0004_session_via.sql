-- 登录途径: by whose word a session was opened; null: by the account's own password.
alter table access.session add column via text;
