import { version } from './history.ts'

export default version('2.18', {
  adds: {
    operations: [
      'GET /roles',
      'GET /contacts/{}/granted_companies',
      'PUT /contacts/{}/granted_companies',
      'DELETE /contacts/{}/granted_companies/{}',
    ],
  },
})
