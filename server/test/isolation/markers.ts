/**
 * Markers: in the database of a test, every row that is inserted into these tables bears a text that tells its
 * table and its workspace, though its names, emails and external ids are those of another workspace as well.
 */
import type { Pool } from '../../db/pool.ts'

/** A column of free text that the API shows, of each table that has one. */
export const MARKED: Record<string, string> = {
  admins: 'job_title',
  article_contents: 'description',
  article_versions: 'description',
  audiences: 'name',
  away_status_reasons: 'label',
  collection_names: 'description',
  companies: 'industry',
  contacts: 'referrer',
  content_snippets: 'title',
  custom_object_attributes: 'description',
  custom_object_types: 'description',
  data_attributes: 'description',
  dynamic_contents: 'name',
  external_pages: 'title',
  folders: 'description',
  help_centers: 'display_name',
  internal_articles: 'title',
  newsfeeds: 'name',
  notes: 'body',
  office_hours_exceptions: 'name',
  office_hours_schedules: 'name',
  segments: 'name',
  sla_rules: 'name',
  subscription_types: 'description',
  tags: 'name',
  teams: 'name',
  thread_parts: 'body',
  threads: 'title',
  ticket_states: 'external_label',
  ticket_type_attributes: 'description',
  ticket_types: 'description',
  tokens: 'name',
  webhooks: 'description',
}

export const markerOf = (table: string, workspaceId: number): string => `planted ${table} of ${workspaceId};`
/** The prefix of a workspace's markers. */
export const anyMarkerOf = (workspaceId: number): RegExp => new RegExp(`planted \\w+ of ${workspaceId};`)

export async function plantMarkers(db: Pool): Promise<void> {
  for (const [table, column] of Object.entries(MARKED)) {
    await db.unsafe(`
      create function mark_${table}() returns trigger language plpgsql as $$
      begin
        new.${column} := concat_ws(' ', new.${column}, 'planted ${table} of ' || new.workspace_id || ';');
        return new;
      end $$;
      create trigger mark before insert on ${table} for each row execute function mark_${table}()`)
  }
}
