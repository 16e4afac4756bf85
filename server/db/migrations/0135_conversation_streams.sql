-- Tokens with which a contact's client follows the conversations of the contact. Only their digest is kept.
create table conversation_stream_tokens (
  workspace_id integer not null,
  digest bytea not null,
  contact_id text collate "C" not null,
  expires_at timestamptz not null,
  primary key (workspace_id, digest),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade
);
create index conversation_stream_tokens_by_contact on conversation_stream_tokens (workspace_id, contact_id);
