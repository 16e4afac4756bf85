import type { WorkspacesId } from './workspaces.ts';
import type { CallsId } from './calls.ts';

export type FinVoiceCallsId = number;

export interface FinVoiceCallsRow {
  workspace_id: WorkspacesId;
  id: FinVoiceCallsId;
  call_id: CallsId | null;
  phone: string;
  external_id: string;
  source: string;
  vendor_internal_id: string | null;
  data: unknown;
  created_at: Date;
}