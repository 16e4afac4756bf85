/** Plays one story of threads.json on a conversation of its own. */
import { wakeConversation } from '../../resources/conversations/wake-conversation.task.ts'
import type { Made } from '../fixtures/fixture.ts'
import { begin, beginAsAdmin, type Cast, type Cell } from './cast.ts'

export interface Told {
  /** Seconds since the beginning. */
  at: number
  actor: string
  action: string
  to?: string
  until?: number
  body?: string
  rating?: number
  sla?: { name: string; targets: Record<string, number>; pause_on_snooze: boolean }
}

export interface Seen extends Record<string, unknown> {
  parts: number
  statistics: Record<string, unknown>
}

export function makeStory(cast: Cast) {
  const { scene, tom, team, bot } = cast
  const people: Record<string, string> = { 'admin A': scene.adminId, 'admin B': String(tom['id']), bot, rule: bot }
  let cell: Cell | undefined
  let snoozedUntil: number | undefined
  const begun = scene.now()
  const at = (second: number) => scene.app.clock.advance(begun + second - scene.now())

  const act = async (step: Told): Promise<void> => {
    if (snoozedUntil !== undefined && snoozedUntil <= step.at) await wake()
    at(step.at)
    if (step.until !== undefined) snoozedUntil = step.until
    if (step.action === 'message') cell = await (step.actor === 'contact' ? begin(cast) : beginAsAdmin(cast))
    else if (step.action === 'rate') await rate(step, cell!)
    else if (step.action === 'convert')
      await scene.send('POST', `${cell!.path}/convert`, { ticket_type_id: cast.ticketType['id'] })
    else if (step.action === 'apply_sla') await applySla(step, cell!)
    else if (step.action === 'remove_sla') await scene.send('DELETE', slaOf(cell!), { admin_id: people[step.actor] })
    else await scene.send('POST', ...requestOf(step, cell!))
  }

  /** The jobs of the conversation that are due run, each at its time. */
  const wake = async (): Promise<void> => {
    if (snoozedUntil !== undefined) at(snoozedUntil)
    snoozedUntil = undefined
    const payload = { workspace_id: scene.workspace.id, conversation_id: Number(cell!.id) }
    await wakeConversation.run(scene.app, payload)
  }

  /** Rules of two stories may have one name, so each has a workspace of its own. */
  async function applySla({ actor, sla }: Told, cell: Cell): Promise<void> {
    const { name, targets, pause_on_snooze } = sla!
    const seconds = Object.fromEntries(
      Object.entries(targets).map(([target, value]) => [`${target}_in_seconds`, value]),
    )
    const rule = await scene.send('POST', '/parley/sla_rules', { name, pause_on_snooze, ...seconds })
    await scene.send('POST', slaOf(cell), { sla_rule_id: rule['id'], admin_id: people[actor] })
  }

  const dueOf = async ({ id }: Cell): Promise<Record<string, number>> => {
    const { data } = await scene.send('GET', `/parley/sla_clocks?conversation_id=${id}`)
    return Object.fromEntries(data.map(({ target, due_at }: Made) => [target, due_at - begun]))
  }

  const rate = ({ rating }: Told, { path, ada }: Cell) =>
    scene.send('POST', `${path}/rating`, { intercom_user_id: ada['id'], rating })

  function requestOf({ actor, action, to, until, body }: Told, { path, ada }: Cell) {
    const by = { type: 'admin', admin_id: people[actor] }
    const target = to?.startsWith('team')
      ? { type: 'team', assignee_id: team['id'] }
      : { assignee_id: people[to ?? ''] }
    const requests: Record<string, [string, object]> = {
      reply: ['reply', actor === 'contact' ? { type: 'user', intercom_user_id: ada['id'] } : by],
      note: ['reply', by],
      close: ['parts', by],
      reopen: ['parts', by],
      snooze: ['parts', { ...by, snoozed_until: begun + (until ?? 0) }],
      assign: ['parts', { ...by, ...target }],
    }
    const request = requests[action]
    if (!request) throw new Error(`a story does not know how to ${action}`)
    const message_type = TYPES[action]!
    return [
      `${path}/${request[0]}`,
      { message_type, ...request[1], body: body ?? (SAYS.has(action) ? 'Words' : undefined) },
    ] as const
  }

  const read = async (): Promise<Seen> => {
    const conversation = await scene.send('GET', cell!.path)
    const { statistics, sla_applied } = conversation
    const since = (time: number | null) => time && time - begun
    return {
      ...conversation,
      sla_applied: sla_applied && { sla_name: sla_applied.sla_name, sla_status: sla_applied.sla_status },
      sla_due: await dueOf(cell!),
      parts: conversation['conversation_parts'].total_count,
      waiting_since: since(conversation['waiting_since']),
      snoozed_until: since(conversation['snoozed_until']),
      admin_assignee: nameOf(conversation['admin_assignee_id'], people),
      team_assignee: nameOf(conversation['team_assignee_id'], { 'team T': String(team['id']) }),
      assigned_team_first_response_time: statistics.assigned_team_first_response_time.map(
        ({ team_id, response_time }: Made) => ({
          team: nameOf(team_id, { 'team T': String(team['id']) }),
          response_time,
        }),
      ),
      statistics: {
        ...Object.fromEntries(
          Object.entries(statistics).map(([name, value]) => [
            name,
            name.endsWith('_at') ? since(value as number | null) : value,
          ]),
        ),
        last_closed_by: nameOf(statistics.last_closed_by_id, people),
      },
    }
  }
  return {
    act,
    at,
    wake,
    read,
    get id() {
      return cell!.id
    },
  }
}

const TYPES: Record<string, string> = {
  reply: 'comment',
  note: 'note',
  close: 'close',
  reopen: 'open',
  snooze: 'snoozed',
  assign: 'assignment',
}
const SAYS = new Set(['reply', 'note'])

/** Nobody is 0 or null. */
const nameOf = (id: number | null, names: Record<string, string>) =>
  id ? (Object.entries(names).find(([, one]) => one === String(id))?.[0] ?? null) : null

const slaOf = ({ id }: Cell) => `/parley/conversations/${id}/sla`
