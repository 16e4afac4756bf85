import type { WorkspacesId } from './workspaces.ts';
import type { DynamicContentsId } from './dynamic_contents.ts';
import type { BrandsId } from './brands.ts';

export type DynamicContentVariationsId = number;

export interface DynamicContentVariationsRow {
  workspace_id: WorkspacesId;
  id: DynamicContentVariationsId;
  dynamic_content_id: DynamicContentsId;
  locale: string;
  brand_id: BrandsId | null;
  body: string | null;
  intentionally_empty: boolean;
  created_at: Date;
  updated_at: Date;
}