import type { WorkspacesId } from './workspaces.ts';
import type { AdminsId } from './admins.ts';

export type ContactsId = string;

export interface ContactsRow {
  workspace_id: WorkspacesId;

  id: ContactsId;

  state: string;

  role: string;

  external_id: string | null;

  email: string | null;

  email_verified: boolean | null;

  phone: string | null;

  formatted_phone: string | null;

  name: string | null;

  avatar_url: string | null;

  owner_id: AdminsId | null;

  social_profiles: unknown;

  has_hard_bounced: boolean;

  marked_email_as_spam: boolean;

  unsubscribed_from_emails: boolean;

  unsubscribed_from_sms: boolean;

  sms_consent: boolean;

  enabled_push_messaging: boolean | null;

  created_at: Date;

  updated_at: Date;

  signed_up_at: Date | null;

  last_seen_at: Date | null;

  last_replied_at: Date | null;

  last_contacted_at: Date | null;

  last_email_opened_at: Date | null;

  last_email_clicked_at: Date | null;

  language_override: string | null;

  browser: string | null;

  browser_version: string | null;

  browser_language: string | null;

  os: string | null;

  location_country: string | null;

  location_region: string | null;

  location_city: string | null;

  location_country_code: string | null;

  location_continent_code: string | null;

  android_app_name: string | null;

  android_app_version: string | null;

  android_device: string | null;

  android_os_version: string | null;

  android_sdk_version: string | null;

  android_last_seen_at: Date | null;

  ios_app_name: string | null;

  ios_app_version: string | null;

  ios_device: string | null;

  ios_os_version: string | null;

  ios_sdk_version: string | null;

  ios_last_seen_at: Date | null;

  utm_campaign: string | null;

  utm_content: string | null;

  utm_medium: string | null;

  utm_source: string | null;

  utm_term: string | null;

  referrer: string | null;

  custom_attributes: unknown;

  tag_ids: number[];

  note_ids: number[];

  company_ids: string[];

  opted_in_subscription_type_ids: number[];

  opted_out_subscription_type_ids: number[];

  listed: boolean | null;

  session_count: number;

  pseudonym: string | null;

  do_not_track: boolean | null;
}

export interface ContactsInitializer {
  workspace_id: WorkspacesId;

  id: ContactsId;

  /** Default value: 'active'::text */
  state?: string;

  role: string;

  external_id?: string | null;

  email?: string | null;

  email_verified?: boolean | null;

  phone?: string | null;

  formatted_phone?: string | null;

  name?: string | null;

  avatar_url?: string | null;

  owner_id?: AdminsId | null;

  /** Default value: '[]'::jsonb */
  social_profiles?: unknown;

  /** Default value: false */
  has_hard_bounced?: boolean;

  /** Default value: false */
  marked_email_as_spam?: boolean;

  /** Default value: false */
  unsubscribed_from_emails?: boolean;

  /** Default value: false */
  unsubscribed_from_sms?: boolean;

  /** Default value: false */
  sms_consent?: boolean;

  enabled_push_messaging?: boolean | null;

  created_at: Date;

  updated_at: Date;

  signed_up_at?: Date | null;

  last_seen_at?: Date | null;

  last_replied_at?: Date | null;

  last_contacted_at?: Date | null;

  last_email_opened_at?: Date | null;

  last_email_clicked_at?: Date | null;

  language_override?: string | null;

  browser?: string | null;

  browser_version?: string | null;

  browser_language?: string | null;

  os?: string | null;

  location_country?: string | null;

  location_region?: string | null;

  location_city?: string | null;

  location_country_code?: string | null;

  location_continent_code?: string | null;

  android_app_name?: string | null;

  android_app_version?: string | null;

  android_device?: string | null;

  android_os_version?: string | null;

  android_sdk_version?: string | null;

  android_last_seen_at?: Date | null;

  ios_app_name?: string | null;

  ios_app_version?: string | null;

  ios_device?: string | null;

  ios_os_version?: string | null;

  ios_sdk_version?: string | null;

  ios_last_seen_at?: Date | null;

  utm_campaign?: string | null;

  utm_content?: string | null;

  utm_medium?: string | null;

  utm_source?: string | null;

  utm_term?: string | null;

  referrer?: string | null;

  /** Default value: '{}'::jsonb */
  custom_attributes?: unknown;

  /** Default value: '{}'::bigint[] */
  tag_ids?: number[];

  /** Default value: '{}'::bigint[] */
  note_ids?: number[];

  /** Default value: '{}'::text[] */
  company_ids?: string[];

  /** Default value: '{}'::bigint[] */
  opted_in_subscription_type_ids?: number[];

  /** Default value: '{}'::bigint[] */
  opted_out_subscription_type_ids?: number[];

  /** Default value: 0 */
  session_count?: number;

  pseudonym?: string | null;

  do_not_track?: boolean | null;
}

export interface ContactsMutator {
  workspace_id?: WorkspacesId;

  id?: ContactsId;

  state?: string;

  role?: string;

  external_id?: string | null;

  email?: string | null;

  email_verified?: boolean | null;

  phone?: string | null;

  formatted_phone?: string | null;

  name?: string | null;

  avatar_url?: string | null;

  owner_id?: AdminsId | null;

  social_profiles?: unknown;

  has_hard_bounced?: boolean;

  marked_email_as_spam?: boolean;

  unsubscribed_from_emails?: boolean;

  unsubscribed_from_sms?: boolean;

  sms_consent?: boolean;

  enabled_push_messaging?: boolean | null;

  created_at?: Date;

  updated_at?: Date;

  signed_up_at?: Date | null;

  last_seen_at?: Date | null;

  last_replied_at?: Date | null;

  last_contacted_at?: Date | null;

  last_email_opened_at?: Date | null;

  last_email_clicked_at?: Date | null;

  language_override?: string | null;

  browser?: string | null;

  browser_version?: string | null;

  browser_language?: string | null;

  os?: string | null;

  location_country?: string | null;

  location_region?: string | null;

  location_city?: string | null;

  location_country_code?: string | null;

  location_continent_code?: string | null;

  android_app_name?: string | null;

  android_app_version?: string | null;

  android_device?: string | null;

  android_os_version?: string | null;

  android_sdk_version?: string | null;

  android_last_seen_at?: Date | null;

  ios_app_name?: string | null;

  ios_app_version?: string | null;

  ios_device?: string | null;

  ios_os_version?: string | null;

  ios_sdk_version?: string | null;

  ios_last_seen_at?: Date | null;

  utm_campaign?: string | null;

  utm_content?: string | null;

  utm_medium?: string | null;

  utm_source?: string | null;

  utm_term?: string | null;

  referrer?: string | null;

  custom_attributes?: unknown;

  tag_ids?: number[];

  note_ids?: number[];

  company_ids?: string[];

  opted_in_subscription_type_ids?: number[];

  opted_out_subscription_type_ids?: number[];

  session_count?: number;

  pseudonym?: string | null;

  do_not_track?: boolean | null;
}