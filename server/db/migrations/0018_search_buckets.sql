-- Buckets of numbers are a quarter of their size, and every fourth knows what lies below it.
-- Indexes are made anew.
delete from search_indexes;
delete from search_changes;
truncate search_segments, search_rows, search_postings, search_numbers;
