import type { WorkspacesId } from './workspaces.ts';
import type { ThreadsId } from './threads.ts';
import type { SlaRulesId } from './sla_rules.ts';

export type SlaClocksId = number;

export interface SlaClocksRow {
  workspace_id: WorkspacesId;
  id: SlaClocksId;
  thread_id: ThreadsId;
  rule_id: SlaRulesId;
  target: string;
  started_at: Date;
  due_at: Date | null;
  paused_at: Date | null;
  remaining_seconds: number | null;
  breached_at: Date | null;
  settled_at: Date | null;
  outcome: string | null;
}