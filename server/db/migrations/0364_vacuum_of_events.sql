-- Events go after an hour, and their deletion brings a vacuum. One for new rows alone reads each of them again; it had one
-- use, to summarise the index by age, which autovacuum is asked for by itself now.
alter table events set (autovacuum_vacuum_insert_threshold = -1, toast.autovacuum_vacuum_insert_threshold = -1);
alter index events_by_age set (autosummarize = on);
