-- Room on each page for the versions a repair goes through, so that what a step keeps of it touches no index.
alter table service_desk.repair set (fillfactor = 80);
