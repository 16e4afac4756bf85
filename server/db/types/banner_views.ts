import type { WorkspacesId } from './workspaces.ts';
import type { BannersId } from './banners.ts';
import type { ContactsId } from './contacts.ts';

export type BannerViewsId = number;

export interface BannerViewsRow {
  workspace_id: WorkspacesId;
  id: BannerViewsId;
  banner_id: BannersId;
  contact_id: ContactsId;
  impressions: number;
  last_shown_at: Date;
  dismissed_at: Date | null;
  created_at: Date;
}