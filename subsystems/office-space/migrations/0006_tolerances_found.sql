-- Tolerances are looked for by what they are of.
create index on office_space.drawing_tolerance (of);
