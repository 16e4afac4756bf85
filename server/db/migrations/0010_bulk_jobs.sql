-- What happened to contacts as such, in the order in which it was written down: kept for good, unlike
-- the outbox. It bears no names: who a contact is, is read from the contact, while it is there.
create table contact_activities (
  workspace_id integer not null,
  id bigint generated always as identity,
  event_type text not null check (event_type in
    ('contact.created', 'contact.role_updated', 'contact.deleted', 'contact.merged', 'contact.merge_failed')),
  contact_id text collate "C" not null,
  role text,
  merge_source_id text collate "C",
  merge_target_id text collate "C",
  failure_reason text,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);

-- Of contacts that are there already it tells what is known: when they were made, merged and deleted.
insert into contact_activities (workspace_id, event_type, contact_id, role, merge_source_id, merge_target_id, created_at)
select * from (
  select workspace_id, 'contact.created', id, role, null, null, created_at from contacts where role <> 'visitor'
  union all
  select workspace_id, 'contact.merged', into_id, 'user', from_id, into_id, merged_at from contact_merges
  union all
  select workspace_id, 'contact.deleted', id, role, null, null, updated_at from contacts
  where role <> 'visitor' and state = 'deleted'
) as known (workspace_id, event_type, contact_id, role, merge_source_id, merge_target_id, at)
order by at;
