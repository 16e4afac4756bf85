/** Workflows and procedures that run a connector: it stays for them, and takes what they pass. */
import type { Ctx } from '../../context.ts'
import { fragment, type Db } from '../../db/pool.ts'
import { apiError } from '../../http/errors.ts'
import type { ConnectorRow } from './queries.ts'
import { faultsOf, type InputFault, type Inputs } from './step-inputs.ts'

/** A fault of a step, or one for which workflows cannot run the connector at all. */
type Fault = InputFault | { why: 'authentication' | 'address'; name: '' }

interface Using {
  workflow_id: string
  kind: string
  title: string
  steps: unknown
  /** False for a version that only runs which have begun will run. */
  is_current: boolean
}

/** Versions that events, requests or runs that have begun will run, and drafts where they are asked for. */
const listUsing = (db: Db, workspaceId: number, id: number, { drafts }: { drafts: boolean }): Promise<Using[]> => db<
  Using[]
>`
  select w.id as workflow_id, w.kind, w.title, v.steps, w.version = v.number and w.state = 'live' as is_current
  from workflow_versions v
  join workflows w on w.workspace_id = v.workspace_id and w.id = v.workflow_id
  where v.workspace_id = ${workspaceId} and v.connector_ids @> array[${id}::bigint] and (
    (w.version = v.number ${drafts ? fragment`` : fragment`and w.state = 'live'`})
    or exists (
      select from workflow_runs r
      where r.workspace_id = v.workspace_id and r.workflow_id = v.workflow_id and r.version = v.number
        and r.state <> 'ended'))
  order by w.id, v.number`

const inUse = (consequence: string) =>
  apiError(409, 'data_connector_in_use', `Data connector is in use by other resources and ${consequence}`)

/** @throws 409 data_connector_in_use where a workflow runs it, or a run that has begun will */
export async function refuseUsed({ db, workspaceId }: Ctx, id: number, consequence: string): Promise<void> {
  const using = await listUsing(db, workspaceId, id, { drafts: true })
  if (using.length > 0) throw inUse(consequence)
}

const MOST_SHOWN = 5

/**
 * Steps are written for the inputs that a connector has: a version with which one of them would fail, or lose a value,
 * does not go live. A fault that the live version has as well was there before, and runs of older versions go on
 * without an input that is dropped.
 * @param live undefined where none is live
 * @throws 409 data_connector_in_use, which names the workflows and the inputs
 */
export async function refuseBreaking(
  { db, workspaceId }: Ctx,
  live: ConnectorRow | undefined,
  next: ConnectorRow,
): Promise<void> {
  const using = await listUsing(db, workspaceId, next.connector_id, { drafts: false })
  const faults = using.flatMap((one) => newFaultsOf(one, live, next).map((fault) => `${nameOf(one)} ${wordsOf(fault)}`))
  const told = [...new Set(faults)]
  if (told.length > 0) throw inUse(`cannot be published so: ${told.slice(0, MOST_SHOWN).join('; ')}`)
}

function newFaultsOf({ steps, is_current }: Using, live: ConnectorRow | undefined, next: ConnectorRow): Fault[] {
  const running = (steps as { type: string; data_connector_id?: unknown; inputs?: Inputs }[]).filter(
    ({ type, data_connector_id }) => type === 'run_connector' && Number(data_connector_id) === next.connector_id,
  )
  if (running.length === 0) return []
  if (next.customer_authentication && !live?.customer_authentication) return [{ why: 'authentication', name: '' }]
  if (next.url === null && live && live.url !== null) return [{ why: 'address', name: '' }]
  return running.flatMap(({ inputs = {} }) => {
    const before = live ? faultsOf(live, inputs) : []
    return faultsOf(next, inputs).filter(
      ({ why, name }) =>
        (is_current || why !== 'undeclared') && !before.some((one) => one.why === why && one.name === name),
    )
  })
}

const nameOf = ({ kind, title, workflow_id }: Using) => `the ${kind} "${title.slice(0, 100)}" (${workflow_id})`

function wordsOf({ why, name }: Fault): string {
  if (why === 'authentication') return 'has nobody who could ask contacts who they are (customer_authentication)'
  if (why === 'address') return 'needs its url'
  const input = name.slice(0, 100)
  if (why === 'undeclared') return `passes the input ${input}, which is not declared`
  if (why === 'missing') return `does not pass the input ${input}, which is required`
  return `passes the input ${input} a value that is not of its type`
}
