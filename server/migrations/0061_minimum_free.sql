-- «Мінімум вільних операторів» of a line (D-03): with fewer left, nobody leaves «Вільний» by hand. 0: no minimum.
-- Safe while calls are live: a column with a constant default.
alter table hot_lines add column min_free_people integer not null default 0 check (min_free_people between 0 and 1000);
alter table hot_lines alter column min_free_people drop default;
