-- read by 0.1.0 as before: threads
-- A side conversation is a thread of teammates beside a conversation, its parent. No list or search shows it.
alter table threads
  add column parent_id bigint,
  add foreign key (workspace_id, parent_id) references threads (workspace_id, id) on delete cascade,
  drop constraint threads_kind_check,
  add constraint threads_kind_check check (kind in ('conversation', 'ticket', 'side_conversation')) not valid;
alter table threads validate constraint threads_kind_check;
create index threads_by_parent on threads (workspace_id, parent_id, id) where parent_id is not null;
