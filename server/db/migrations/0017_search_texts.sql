-- What a bucket's numbers stand for: of hashes, the values themselves; of rows in the order of a text,
-- those texts. So the table need not be asked which of them are meant.
alter table search_numbers add column texts bytea;
-- Of rows in the order of a text, where the bucket begins: the text, and what the id begins with.
alter table search_numbers add column first json;
alter table search_numbers alter column texts set storage external;

-- Indexes are made anew.
delete from search_indexes;
delete from search_changes;
truncate search_segments, search_rows, search_postings, search_numbers;
