import { code, type Scene, type Sides } from '../../test/sides/scene.ts'

/** An admin without a seat in the inbox. */
async function newObserver({ newest, number }: Scene): Promise<string> {
  const given = { name: 'Otto Observer', email: `otto-${number()}@example.com`, has_inbox_seat: false }
  return (await newest.post('/parley/admins', given)).body.id
}

export default {
  NeedSeatToReassign: {
    since: '2.17',
    see: async (client, scene) => {
      const away = (id: string | number) =>
        client.put(`/admins/${id}/away`, { away_mode_enabled: true, away_mode_reassign: true })
      const [observer, seated] = [await away(await newObserver(scene)), await away(scene.adminId)]
      await scene.newest.put(`/admins/${scene.adminId}/away`, { away_mode_enabled: false, away_mode_reassign: false })
      return [code(observer), code(seated)]
    },
    before: [
      [200, undefined],
      [200, undefined],
    ],
    after: [
      [403, 'forbidden'],
      [200, undefined],
    ],
  },
  RefuseReasonOfPresentAdmin: {
    since: '2.17',
    see: async (client, scene) => {
      const away = { away_mode_enabled: false, away_mode_reassign: false, away_status_reason_id: 7 }
      return code(await client.put(`/admins/${scene.adminId}/away`, away))
    },
    before: [200, undefined],
    after: [400, 'parameter_invalid'],
  },
} satisfies Record<string, Sides>
