-- The primary conversation that a conversation was merged into. Null of the others.
alter table threads add column merged_into_id bigint;
