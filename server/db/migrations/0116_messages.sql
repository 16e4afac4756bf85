-- Messages that admins send to contacts. A conversation begins with the message's id as its source, at once where
-- the request asks for it, else with the contact's answer.

create table messages (
  workspace_id integer not null references workspaces (id),
  id bigint not null,
  message_type text not null check (message_type in ('inapp', 'email', 'sms', 'whatsapp')),
  admin_id bigint not null,
  subject text,
  template text,
  body text not null,
  thread_id bigint,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, admin_id) references admins (workspace_id, id),
  foreign key (workspace_id, thread_id) references threads (workspace_id, id)
);
create index messages_by_thread on messages (workspace_id, thread_id) where thread_id is not null;

create table message_recipients (
  workspace_id integer not null,
  message_id bigint not null,
  contact_id text collate "C" not null,
  kind text not null check (kind in ('to', 'cc', 'bcc')),
  position smallint not null,
  primary key (workspace_id, message_id, contact_id),
  foreign key (workspace_id, message_id) references messages (workspace_id, id) on delete cascade,
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id)
);
create index message_recipients_by_contact on message_recipients (workspace_id, contact_id);
