/** The SQL of the schedules that are in force. Each change of a schedule ends with it. */
import type { Db } from '../../db/pool.ts'

/** Writes down which schedules are in force from now on, where they differ. The workspace must be locked. */
export async function keepHoursInForce(db: Db, workspaceId: number, now: Date): Promise<void> {
  await db`
    with contents as (
      select s.id, jsonb_build_object('time_zone', s.time_zone, 'intervals', s.intervals, 'exceptions', coalesce((
        select jsonb_agg(jsonb_build_object('date', e.exception_date::text, 'every_year', e.recurring_annually,
          'intervals', coalesce(e.intervals, '[]')) order by e.id)
        from office_hours_exceptions e
        where e.workspace_id = s.workspace_id and e.schedule_id = s.id), '[]')) as schedule
      from office_hours_schedules s where s.workspace_id = ${workspaceId}),
    wanted as (
      select null::bigint as team_id, (select schedule from contents order by id limit 1) as schedule
      union all
      select t.id, c.schedule from teams t left join contents c on c.id = t.office_hours_schedule_id
      where t.workspace_id = ${workspaceId})
    insert into office_hours_in_force (workspace_id, team_id, since, schedule)
    select ${workspaceId}::int, w.team_id, greatest(${now}::timestamptz, newest.since), w.schedule
    from wanted w left join lateral (
      select h.since, h.schedule from office_hours_in_force h
      where h.workspace_id = ${workspaceId} and h.team_id is not distinct from w.team_id
      order by h.since desc, h.id desc limit 1) newest on true
    where w.schedule is distinct from newest.schedule`
}
