-- Lately said by others than the user: a digest of the words, the time that the client gave them, and the time they came.
alter table fin_sessions add column said_by_others jsonb not null default '[]';
