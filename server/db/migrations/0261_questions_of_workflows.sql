-- read by 0.1.0 as before: workflow_runs
-- A question of a workflow that nobody answered ends its run.
alter table workflow_runs drop constraint workflow_runs_outcome_check;
alter table workflow_runs add constraint workflow_runs_outcome_check
  check (outcome in ('completed', 'not_matched', 'interrupted', 'unanswered', 'gone'));
-- Runs that an answer takes on.
create index workflow_runs_asking on workflow_runs (workspace_id, thread_id)
  where state = 'waiting' and waits_from ? 'question';
