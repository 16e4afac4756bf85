import { step } from '../../test/tour/step.ts'

export default [
  step('POST /companies/{}/notes', {
    needs: ['company'],
    go: (c, { company }) => c.post(`/companies/${company}/notes`, { body: 'Pays on time' }),
  }),
  step('GET /companies/{}/notes', { needs: ['company'], go: (c, { company }) => c.get(`/companies/${company}/notes`) }),
  step('POST /contacts/{}/notes', {
    needs: ['user', 'admin'],
    gives: { note: (note) => note.id },
    go: (c, { user, admin }) => c.post(`/contacts/${user}/notes`, { body: 'Wrote the first program', admin_id: admin }),
  }),
  step('GET /contacts/{}/notes', { needs: ['user'], go: (c, { user }) => c.get(`/contacts/${user}/notes`) }),
  step('GET /notes/{}', { needs: ['note'], go: (c, { note }) => c.get(`/notes/${note}`) }),
  step('DELETE /notes/{}', { ends: ['note'], go: (c, { note }) => c.delete(`/notes/${note}`) }),
]
