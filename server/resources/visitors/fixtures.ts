import { hexId } from '../../ids.ts'
import { fixture } from '../../test/fixtures/fixture.ts'

export const visitorFixtures = {
  /** Inserted by SQL: no operation makes a visitor before there is a messenger. */
  'a visitor': fixture({
    make: async ({ app: { db, clock }, workspace, unique }) => {
      const [id, external_id, name] = [hexId(clock.now()), unique('visitor id'), unique('visitor')]
      await db`
        insert into contacts (workspace_id, id, role, external_id, name, created_at, updated_at)
        values (${workspace.id}, ${id}, 'visitor', ${external_id}, ${name}, ${clock.now()}, ${clock.now()})`
      return { id, external_id, user_id: external_id, name }
    },
  }),
}
