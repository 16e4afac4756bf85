-- Addresses that requests may come from. A workspace without a row lets everybody in.

create table ip_allowlists (
  workspace_id integer primary key references workspaces (id),
  enabled boolean not null,
  -- As they were sent.
  networks text[] not null,
  updated_at timestamptz not null
);
