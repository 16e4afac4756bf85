-- Changes that admins made to the workspace and its settings, as sentences and details, newest first.

create table activity_logs (
  workspace_id integer not null references workspaces (id),
  -- The order among changes of one time.
  id bigint generated always as identity,
  -- The id on the wire.
  public_id uuid not null,
  activity_type text not null,
  admin_id bigint not null,
  -- Null where no request caused it.
  ip text,
  description text not null,
  metadata json not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, admin_id) references admins (workspace_id, id)
);
create index activity_logs_by_time on activity_logs (workspace_id, created_at, id);
