// The life of people and organs 人员与单位的日子: the contracts of those who work here from outside are renewed, most of them in time.
import { localDate } from '@houqin/clock'
import type { Lives, Living } from '@houqin/compose'
import { sql } from 'kysely'
import { districtPeople, districtSeed } from '../seed.ts'
import { bureauLeader, contractRenewal, peopleOfficer } from '../src/contract/index.ts'
import { bringRenewals, moveRenewals } from './renewing.ts'
import type { Ending, Renewing } from './renewing.ts'

export const lives: Lives = Object.freeze({
  moveOn: (living: Living) => moveRenewals(living, contracts(living)),
  bring: (bringing) => bringRenewals(bringing, contracts(bringing)),
} satisfies Lives)

function contracts({ openedAt, kept }: Living): Renewing {
  const world = { seed: districtSeed, day: localDate(openedAt) }
  const people = kept('district.people', () => districtPeople(world))
  return {
    world, matter: contractRenewal, keeper: people.named('people'), keeps: peopleOfficer, leader: people.named('leader'), leads: bureauLeader,
    standing: async (db) => (await sql<Ending>`
      select c.id, c.contract_until::text as until from people.contractor c
      where c.retired_at is null and c.merged_into is null and not exists (
        select from people.contract_renewal r join matter.matter m on m.id = r.matter where r.contractor = c.id and m.closed_at is null) order by c.id`.execute(db)).rows,
    form: ({ id }, until, roll) => ({ contractor: id, until, price: `${roll.int(12, 180)}0000.00`, grounds: '合同期内月度考核均在良好以上，按原采购文件可续签一年', papers: [] }),
  }
}
