/** The states in which the table lets each thing happen. A step is taken each minute. */
import { begin, beginAsAdmin, comment, manage, send, type Cast, type Cell } from './cast.ts'

export interface State {
  begin(cast: Cast): Promise<Cell>
  steps: ((cell: Cell) => Promise<unknown>)[]
}

const file = { content_type: 'text/plain', name: 'log.txt', data: 'bG9n' }
const asks = (cast: Cast) => begin(cast)
const answers = (cell: Cell) => comment(cell)
const closes = (cell: Cell) => manage(cell, { message_type: 'close' })
const snoozes = (cell: Cell) => manage(cell, { message_type: 'snoozed', snoozed_until: cell.began + 3600 })
const toTom = (cell: Cell) => manage(cell, { message_type: 'assignment', assignee_id: cell.tom['id'] })
const toTeam = (cell: Cell) => manage(cell, { message_type: 'assignment', type: 'team', assignee_id: cell.team['id'] })

const promise = (cell: Cell) =>
  send(cell, 'POST', `/parley/conversations/${cell.id}/sla`, { sla_rule_id: cell.slaRule['id'] })

export const states: Record<string, State> = {
  'open, waiting': { begin: asks, steps: [] },
  'open, answered': { begin: asks, steps: [answers] },
  'closed, unanswered': { begin: asks, steps: [closes] },
  'closed, answered': { begin: asks, steps: [answers, closes] },
  'snoozed, waiting': { begin: asks, steps: [snoozes] },
  'snoozed, answered': { begin: asks, steps: [answers, snoozes] },
  "open, waiting, Tom's": { begin: asks, steps: [toTom] },
  "open, waiting, the team's": { begin: asks, steps: [toTeam] },
  "snoozed, answered, the team's and Tom's": { begin: asks, steps: [toTeam, toTom, answers, snoozes] },
  'begun by an admin': { begin: beginAsAdmin, steps: [] },
  'begun by an admin, closed': { begin: beginAsAdmin, steps: [closes] },
  'open, waiting, with an SLA': { begin: asks, steps: [promise] },
  'snoozed, waiting, with an SLA': { begin: asks, steps: [promise, snoozes] },
  'open, with everything': {
    begin: async (cast) => ({
      ...(await begin(cast, { attachment_urls: ['https://example.com/a.png'] })),
      bob: await cast.scene.another('a lead'),
    }),
    steps: [
      (cell) => comment(cell, { attachment_files: [file] }),
      (cell) => send(cell, 'POST', `${cell.path}/tags`, { id: cell.tag['id'], admin_id: cell.scene.adminId }),
      (cell) =>
        send(cell, 'POST', `${cell.path}/customers`, {
          admin_id: cell.scene.adminId,
          customer: { intercom_user_id: cell.bob['id'] },
        }),
      (cell) =>
        send(cell, 'PUT', cell.path, {
          title: 'Everything',
          priority: 'high',
          company_id: cell.company['id'],
          custom_attributes: { topic: 'Billing' },
          read: true,
        }),
    ],
  },
}
