// What follows from the steps of a submission 数据报送联动: frozen at the start, checked by another, answered row by row.
import type { System } from '@houqin/http'
import { effects } from '@houqin/matters'
import type { Effects } from '@houqin/matters'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { uncoded } from '../../contract/city/city-items.ts'
import type { CityCode } from '../../contract/city/city-items.ts'
import { citySubmission } from '../../contract/index.ts'
import { freeze } from './freeze.ts'
import { readReceipt } from './receipt.ts'

const named = 12

export function cityEffects(system: System): Effects {
  const { clock } = system
  return effects(citySubmission, {
    async start({ tx, matter, engine }) {
      const { rows: [open] } = await sql<{ number: string }>`
        select m.number from office_space.city_submission s join matter.matter m on m.id = s.matter where m.state in ('draft', 'checked') and s.matter <> ${matter.id}::uuid limit 1`.execute(tx)
      if (open) throw new Problem('conflict', say(`${open.number} 还没有送交。先送交或作废，再起草新的一版。`, `${open.number} has not been handed over. Hand it over or drop it before another is drafted.`))
      const day = clock.today()
      await engine.setFacts({ day, ...(await freeze(tx, { matter: matter.id, day })) })
    },
    async check({ tx, actor, matter }) {
      if (matter.requester !== null && matter.requester === actor.principal.person) throw new Problem('not-allowed', say('起草的人不能自己核对，请另一位场所管理员或局领导核对。', 'Whoever drafted it does not check it; another places officer or a leader does.'))
      const { rows: [version] } = await sql<{ codes: readonly CityCode[] }>`select codes from office_space.city_version where matter = ${matter.id}::uuid`.execute(tx)
      const missing = uncoded(version?.codes ?? [])
      if (missing.length > 0) throw new Problem('step-not-possible', say(
        `市平台对照还缺 ${missing.length} 项：${missing.slice(0, named).join('、')}${missing.length > named ? '等' : ''}。补齐后作废这一版，重新起草。`,
        `The city's codes of ${missing.length} fields or options are missing: ${missing.slice(0, named).join(', ')}. Enter them, drop this version and draft anew.`,
      ))
    },
    async hand({ tx, at, matter }) {
      await sql`update office_space.city_version set handed_at = ${at} where matter = ${matter.id}::uuid`.execute(tx)
    },
    async answer({ tx, input, matter, engine }) {
      const { unread, ...counts } = await readReceipt(tx, system, { matter: matter.id, file: input.receipt?.[0] })
      await engine.setFacts({ ...counts, ...(unread.length > 0 && { unread: unread.join('\n').slice(0, 1000) }) })
    },
  })
}
