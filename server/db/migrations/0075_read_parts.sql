-- The newest part of a thread when it was read last: conversation.read tells of those that came after it.
-- Null of a thread that was never read, and of those that were read before this column came.
alter table threads add column read_part_id bigint;
