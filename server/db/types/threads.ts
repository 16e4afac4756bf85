import type { WorkspacesId } from './workspaces.ts';
import type { AdminsId } from './admins.ts';
import type { TeamsId } from './teams.ts';
import type { CompaniesId } from './companies.ts';
import type { ContactsId } from './contacts.ts';

export type ThreadsId = number;

export interface ThreadsRow {
  workspace_id: WorkspacesId;

  id: ThreadsId;

  kind: string;

  title: string | null;

  state: string;

  read: boolean;

  priority: string;

  created_at: Date;

  updated_at: Date;

  waiting_since: Date | null;

  snoozed_until: Date | null;

  admin_assignee_id: AdminsId | null;

  team_assignee_id: TeamsId | null;

  company_id: CompaniesId | null;

  custom_attributes: unknown;

  source_type: string;

  source_id: number | null;

  source_delivered_as: string;

  source_subject: string;

  source_body: string | null;

  source_author_type: string | null;

  source_contact_id: ContactsId | null;

  source_admin_id: AdminsId | null;

  source_url: string | null;

  source_attachments: unknown;

  source_redacted: boolean;

  first_contact_reply_at: Date | null;

  first_contact_reply_type: string | null;

  first_contact_reply_url: string | null;

  first_assignment_at: Date | null;

  first_admin_reply_at: Date | null;

  first_close_at: Date | null;

  last_assignment_at: Date | null;

  last_assignment_admin_reply_at: Date | null;

  last_contact_reply_at: Date | null;

  last_admin_reply_at: Date | null;

  last_close_at: Date | null;

  last_closed_by_id: number | null;

  time_to_assignment: number | null;

  time_to_admin_reply: number | null;

  time_to_first_close: number | null;

  time_to_last_close: number | null;

  median_time_to_reply: number | null;

  reply_times: number[];

  handling_time: number | null;

  count_reopens: number;

  count_assignments: number;

  count_conversation_parts: number;

  rating: number | null;

  rating_remark: string | null;

  rating_contact_id: string | null;

  rating_admin_id: number | null;

  rating_requested_at: Date | null;

  rating_replied_at: Date | null;

  rating_updated_at: Date | null;

  contact_ids: string[];

  teammate_ids: number[];

  tag_ids: number[];

  deleted_at: Date | null;

  listed: boolean | null;

  team_response_times: unknown;

  metrics_retained: boolean | null;

  unanswered_since: Date | null;

  read_part_id: number | null;
}

export interface ThreadsInitializer {
  workspace_id: WorkspacesId;

  id?: ThreadsId;

  /** Default value: 'conversation'::text */
  kind?: string;

  title?: string | null;

  /** Default value: 'open'::text */
  state?: string;

  /** Default value: false */
  read?: boolean;

  /** Default value: 'none'::text */
  priority?: string;

  created_at: Date;

  updated_at: Date;

  waiting_since?: Date | null;

  snoozed_until?: Date | null;

  admin_assignee_id?: AdminsId | null;

  team_assignee_id?: TeamsId | null;

  company_id?: CompaniesId | null;

  /** Default value: '{}'::jsonb */
  custom_attributes?: unknown;

  /** Default value: 'conversation'::text */
  source_type?: string;

  source_id?: number | null;

  /** Default value: 'customer_initiated'::text */
  source_delivered_as?: string;

  /** Default value: ''::text */
  source_subject?: string;

  source_body?: string | null;

  source_author_type?: string | null;

  source_contact_id?: ContactsId | null;

  source_admin_id?: AdminsId | null;

  source_url?: string | null;

  /** Default value: '[]'::jsonb */
  source_attachments?: unknown;

  /** Default value: false */
  source_redacted?: boolean;

  first_contact_reply_at?: Date | null;

  first_contact_reply_type?: string | null;

  first_contact_reply_url?: string | null;

  first_assignment_at?: Date | null;

  first_admin_reply_at?: Date | null;

  first_close_at?: Date | null;

  last_assignment_at?: Date | null;

  last_assignment_admin_reply_at?: Date | null;

  last_contact_reply_at?: Date | null;

  last_admin_reply_at?: Date | null;

  last_close_at?: Date | null;

  last_closed_by_id?: number | null;

  time_to_assignment?: number | null;

  time_to_admin_reply?: number | null;

  time_to_first_close?: number | null;

  time_to_last_close?: number | null;

  median_time_to_reply?: number | null;

  /** Default value: '{}'::integer[] */
  reply_times?: number[];

  handling_time?: number | null;

  /** Default value: 0 */
  count_reopens?: number;

  /** Default value: 0 */
  count_assignments?: number;

  /** Default value: 0 */
  count_conversation_parts?: number;

  rating?: number | null;

  rating_remark?: string | null;

  rating_contact_id?: string | null;

  rating_admin_id?: number | null;

  rating_requested_at?: Date | null;

  rating_replied_at?: Date | null;

  rating_updated_at?: Date | null;

  /** Default value: '{}'::text[] */
  contact_ids?: string[];

  /** Default value: '{}'::bigint[] */
  teammate_ids?: number[];

  /** Default value: '{}'::bigint[] */
  tag_ids?: number[];

  deleted_at?: Date | null;

  /** Default value: '[]'::jsonb */
  team_response_times?: unknown;

  metrics_retained?: boolean | null;

  unanswered_since?: Date | null;

  read_part_id?: number | null;
}

export interface ThreadsMutator {
  workspace_id?: WorkspacesId;

  id?: ThreadsId;

  kind?: string;

  title?: string | null;

  state?: string;

  read?: boolean;

  priority?: string;

  created_at?: Date;

  updated_at?: Date;

  waiting_since?: Date | null;

  snoozed_until?: Date | null;

  admin_assignee_id?: AdminsId | null;

  team_assignee_id?: TeamsId | null;

  company_id?: CompaniesId | null;

  custom_attributes?: unknown;

  source_type?: string;

  source_id?: number | null;

  source_delivered_as?: string;

  source_subject?: string;

  source_body?: string | null;

  source_author_type?: string | null;

  source_contact_id?: ContactsId | null;

  source_admin_id?: AdminsId | null;

  source_url?: string | null;

  source_attachments?: unknown;

  source_redacted?: boolean;

  first_contact_reply_at?: Date | null;

  first_contact_reply_type?: string | null;

  first_contact_reply_url?: string | null;

  first_assignment_at?: Date | null;

  first_admin_reply_at?: Date | null;

  first_close_at?: Date | null;

  last_assignment_at?: Date | null;

  last_assignment_admin_reply_at?: Date | null;

  last_contact_reply_at?: Date | null;

  last_admin_reply_at?: Date | null;

  last_close_at?: Date | null;

  last_closed_by_id?: number | null;

  time_to_assignment?: number | null;

  time_to_admin_reply?: number | null;

  time_to_first_close?: number | null;

  time_to_last_close?: number | null;

  median_time_to_reply?: number | null;

  reply_times?: number[];

  handling_time?: number | null;

  count_reopens?: number;

  count_assignments?: number;

  count_conversation_parts?: number;

  rating?: number | null;

  rating_remark?: string | null;

  rating_contact_id?: string | null;

  rating_admin_id?: number | null;

  rating_requested_at?: Date | null;

  rating_replied_at?: Date | null;

  rating_updated_at?: Date | null;

  contact_ids?: string[];

  teammate_ids?: number[];

  tag_ids?: number[];

  deleted_at?: Date | null;

  team_response_times?: unknown;

  metrics_retained?: boolean | null;

  unanswered_since?: Date | null;

  read_part_id?: number | null;
}