-- A server process that lives renews its lease. What is locked by the workers of one that does not is released by
-- the others. It belongs to processes, not to workspaces.
create table worker_leases (
  id uuid primary key,
  workers text[] not null,
  renewed_at timestamptz not null
);
