/** Recent events of the demo's customers: contact, event name, and hours ago. */
import type { PersonKey } from './people.ts'

export interface DemoEvent {
  by: PersonKey
  event_name: string
  hours_ago: number[]
  metadata?: Record<string, unknown>
}

export const EVENTS: DemoEvent[] = [
  {
    by: 'nora',
    event_name: 'placed-order',
    hours_ago: [26, 194, 362, 530],
    metadata: { product: 'House blend, 5 kg', price: { amount: 9_400, currency: 'usd' } },
  },
  { by: 'nora', event_name: 'downloaded-invoice', hours_ago: [25] },
  {
    by: 'lucia',
    event_name: 'placed-order',
    hours_ago: [75, 411],
    metadata: { product: 'Espresso, 3 kg', price: { amount: 6_150, currency: 'usd' } },
  },
  {
    by: 'dev',
    event_name: 'reported-fault',
    hours_ago: [5],
    metadata: { machine: { url: 'https://fernhill.example/machines/17', value: 'Machine 17' }, error: 'E4' },
  },
  {
    by: 'amara',
    event_name: 'placed-order',
    hours_ago: [170],
    metadata: { product: 'Decaf, 250 g', price: { amount: 1_250, currency: 'usd' } },
  },
  { by: 'hana', event_name: 'viewed-prices', hours_ago: [71, 70] },
  { by: 'visitor', event_name: 'viewed-prices', hours_ago: [1] },
]
