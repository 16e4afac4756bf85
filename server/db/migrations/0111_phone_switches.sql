-- Links that were sent by SMS to callers who are to go on in the Messenger.
create table phone_switches (
  workspace_id integer not null references workspaces (id),
  id uuid not null,
  contact_id text collate "C" not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade
);
create index phone_switches_by_contact on phone_switches (workspace_id, contact_id);
