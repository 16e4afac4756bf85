/** Answers that a description tells of elsewhere than in their operation: they are held against that model of it. */

export interface HeldAs {
  operation: string
  when: (body: any) => boolean
  /** The name of the model in the descriptions. */
  model: string
  reason: string
}

export const HELD_AS: HeldAs[] = [
  {
    operation: 'GET /companies',
    when: (body) => body?.type === 'company',
    model: 'company',
    reason: 'Asked for one name or company_id, it answers that company; its text says so, its answer is the list.',
  },
  {
    operation: 'GET /events',
    when: (body) => body?.type === 'event.list',
    model: 'data_event_list',
    reason: 'Its text tells of a list of events; its answer is the summary that only summary=true asks for.',
  },
]
