-- Procedures: steps that the AI agent takes with a user. They are workflows of a kind of their own, which no event starts.
alter table workflows add column kind text not null default 'workflow' check (kind in ('workflow', 'procedure'));

-- A run of a procedure has a session in place of an event.
alter table workflow_runs
  alter column event_id drop not null,
  add column session_id bigint,
  -- Values that its steps collected, by name.
  add column variables jsonb not null default '{}';
create index workflow_runs_by_session on workflow_runs (workspace_id, session_id) where session_id is not null;

create sequence procedure_ids start with 81001;

-- Questions of procedures to teammates.
create table procedure_input_requests (
  workspace_id integer not null,
  run_id bigint not null,
  step integer not null,
  thread_id bigint not null,
  step_id text collate "C" not null,
  question text not null,
  attributes jsonb not null,
  expires_at timestamptz not null,
  -- Values by the names of their attributes; null until a teammate gives them.
  input jsonb,
  fulfilled_at timestamptz,
  fulfilled_by bigint,
  created_at timestamptz not null,
  primary key (workspace_id, run_id, step),
  foreign key (workspace_id, run_id) references workflow_runs (workspace_id, id) on delete cascade
);
create index procedure_input_requests_by_step on procedure_input_requests (workspace_id, thread_id, step_id);
