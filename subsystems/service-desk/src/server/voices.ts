// What follows from complaints, suggestions and praise 诉求联动: late ones go up, praise reaches whom it names.
import { effects } from '@houqin/matters'
import { complaint, praise, serviceOfficer, suggestion } from '../contract/index.ts'

export const voiceEffects = [
  effects(complaint, {
    async overdue({ matter, engine }) {
      if (matter.state === 'received' || matter.state === 'handling') await engine.involve(serviceOfficer)
    },
  }),
  effects(suggestion, {
    async overdue({ matter, engine }) {
      if (matter.state === 'received' || matter.state === 'considering') await engine.involve(serviceOfficer)
    },
  }),
  effects(praise, {
    async passOn({ matter, engine }) {
      const { person } = matter.form
      if (person === null) return
      await engine.addParty(person)
      await engine.notify([person])
    },
  }),
]
