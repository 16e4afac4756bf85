-- The code of the error that interrupted a run; null for none. Errors of steps are in workflow_run_steps.
alter table workflow_runs add column error text;
