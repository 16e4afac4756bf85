-- Members of audiences, kept only while a webhook wants to hear who comes and goes. `read_to` is the event up to which
-- they were brought up to date; where nobody watches there are no rows.
create table audience_watches (
  workspace_id integer not null references workspaces (id),
  read_to bigint not null,
  -- When all contacts were last compared, for changes that no event tells of.
  checked_at timestamptz not null,
  primary key (workspace_id)
);

create table audience_members (
  workspace_id integer not null,
  audience_id bigint not null,
  contact_id text collate "C" not null,
  primary key (workspace_id, audience_id, contact_id),
  foreign key (workspace_id, audience_id) references audiences (workspace_id, id) on delete cascade
);
create index audience_members_by_contact on audience_members (workspace_id, contact_id);
