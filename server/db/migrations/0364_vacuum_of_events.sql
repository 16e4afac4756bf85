-- Most events are deleted after an hour, and the deletions cause a vacuum. Vacuums after inserts read each event once more
-- before that. They also summarised events_by_age; autosummarize does that now.
alter table events set (autovacuum_vacuum_insert_threshold = -1, toast.autovacuum_vacuum_insert_threshold = -1);
alter index events_by_age set (autosummarize = on);
