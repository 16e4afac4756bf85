import { code, type Sides } from '../../test/sides/scene.ts'

export default {
  RefuseDayOfWeek: {
    since: '2.17',
    see: async (client, scene) => {
      const time_intervals = [{ start_minute: 540, end_minute: 720, day_of_week: 3 }]
      const hours = { name: scene.unique('hours'), time_zone_name: 'Europe/Dublin', time_intervals }
      const holiday = { exception_date: '2026-12-24', exception_type: 'custom_hours', time_intervals }
      const schedule = await scene.another('an office hours schedule')
      const path = `/office_hours_schedules/${schedule['id']}`
      const exception = await scene.send('POST', `${path}/office_hours_exceptions`, {
        exception_date: '2026-12-31',
        exception_type: 'closed',
      })
      return [
        code(await client.post('/office_hours_schedules', hours)),
        code(await client.put(path, { time_intervals })),
        code(await client.post(`${path}/office_hours_exceptions`, holiday)),
        code(
          await client.put(`${path}/office_hours_exceptions/${exception['id']}`, {
            ...holiday,
            exception_date: '2026-12-30',
          }),
        ),
        (await client.get(path)).body.time_intervals.map(({ day_of_week }: any) => day_of_week),
      ]
    },
    before: [[201, undefined], [200, undefined], [201, undefined], [200, undefined], [0]],
    after: [...Array.from({ length: 4 }, () => [400, 'parameter_invalid']), [0]],
  },
} satisfies Record<string, Sides>
