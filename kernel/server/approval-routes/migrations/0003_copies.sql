-- Whom a row of a route sends a copy of what it passed 抄送: seats, as those of a stage, who decide nothing. Frozen with the row, as its stages are.
alter table approval.route add column copies jsonb not null default '[]' check (jsonb_typeof(copies) = 'array');
