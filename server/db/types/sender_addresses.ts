import type { WorkspacesId } from './workspaces.ts';
import type { BrandsId } from './brands.ts';

export type SenderAddressesId = number;

export interface SenderAddressesRow {
  workspace_id: WorkspacesId;
  id: SenderAddressesId;
  email: string;
  brand_id: BrandsId;
  is_default: boolean;
  verified: boolean;
  forwarding_enabled: boolean;
  forwarded_email_last_received_at: Date | null;
  created_at: Date;
  updated_at: Date;
}