-- The state of a reply that leaves through another system, and the admin who has seen a part.
alter table thread_parts
  add column external_reply_send_state text,
  add column external_reply_info_message text,
  add column seen_by_admin_id bigint,
  add column seen_at timestamptz;

-- The secret with which another system updates parts, as a digest: it is compared, and never shown.
create table part_secrets (
  workspace_id integer primary key references workspaces (id),
  digest bytea not null,
  updated_at timestamptz not null
);
