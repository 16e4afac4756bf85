/** Does what the jobs that create a workspace's tickets have to do. */
import { createTicketTask } from '../../resources/tickets/create-ticket.task.ts'
import type { Scene } from '../fixtures/scene.ts'

export async function finishTicketJobs({ app: { db, clock }, workspace }: Scene): Promise<void> {
  const open = await db<{ id: number }[]>`
    select id from ticket_jobs where workspace_id = ${workspace.id} and status = 'pending' order by id`
  for (const { id } of open)
    await createTicketTask.run({ db, clock }, { workspace_id: workspace.id, job_id: id, admin_id: workspace.adminId })
}
