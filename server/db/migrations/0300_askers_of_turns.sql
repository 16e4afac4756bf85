-- read by 0.1.0 as before: fin_turns
-- The contact who asked; null of messages before this migration, which count as the first contact's of their conversation.
alter table fin_turns add column contact_id text collate "C";
alter table fin_turns add foreign key (workspace_id, contact_id) references contacts (workspace_id, id);
create index fin_turns_by_contact on fin_turns (workspace_id, contact_id) where contact_id is not null;
