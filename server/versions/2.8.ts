import { version } from './history.ts'

export default version('2.8', {
  adds: {
    fields: {
      admin: ['team_priority_level'],
      team: ['admin_priority_level'],
    },
  },
})
