// What follows when a correction is entered 更正入账: seats, area and use are written as they were told, in the same transaction.
import type { System } from '@houqin/http'
import { effects } from '@houqin/matters'
import type { Effects } from '@houqin/matters'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { roomCorrection } from '../../contract/index.ts'
import { enter } from './correct-room.ts'

export function doorEffects(system: System): Effects {
  return effects(roomCorrection, {
    async enter({ tx, actor, matter: { id, number, form } }) {
      const { rows: people } = await sql<{ person: string; here: boolean }>`
        select person, found = 'here' as here from office_space.room_correction__people where matter = ${id}::uuid order by position`.execute(tx)
      if (people.length === 0 && form.area === null && form.use === null)
        throw new Problem('step-not-possible', say('只写了说明，没有可记入台账的人、面积或用途。请在房间台账里改好，再以“台账不改”写明办结。', 'Only a note was written: nothing can be entered. Change the room in its register, then close this with a word on what was done.'))
      await enter(tx, system, actor, { room: form.room, differing: { area: form.area, use: form.use, people }, because: number })
    },
  })
}
