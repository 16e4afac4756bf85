-- Which edition of a search index there is: each fold makes a new one. No two have the same number,
-- of whatever list, so that what a process knows of one is never taken for another's.
alter table search_indexes add column version integer not null default nextval('search_segment_numbers');
