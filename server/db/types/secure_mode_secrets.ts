import type { WorkspacesId } from './workspaces.ts';

export type SecureModeSecretsId = number;

export interface SecureModeSecretsRow {
  workspace_id: WorkspacesId;
  id: SecureModeSecretsId;
  name: string;
  secret: Buffer;
  supports_android: boolean;
  supports_ios: boolean;
  supports_web: boolean;
  created_at: Date;
  deleted_at: Date | null;
}