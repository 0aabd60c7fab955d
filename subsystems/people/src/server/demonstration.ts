// Loads the people of the demonstration district 装入演示人员.
import type { Seeding } from '@houqin/compose'
import { districtPeople, districtSeed } from '../../seed.ts'
import { contractor, organ, person, post } from '../contract/index.ts'

export async function loadPeople({ tx, system: { registers }, worldDate }: Seeding): Promise<void> {
  const { organs, contractors, persons, posts, heads } = districtPeople({ seed: districtSeed, day: worldDate })
  await registers.bulkInsert(tx, organ, organs.map(({ subdistrict: _, leadership, ...row }) => ({
    ...row, head: heads.get(row.id) ?? null, address: null, lines: { leadership },
  })))
  await registers.bulkInsert(tx, contractor, contractors.map(({ staff: _, servedOrgan: __, ...row }) => row))
  await registers.bulkInsert(tx, person, persons.map(({ key: _, ...row }) => row))
  await registers.bulkInsert(tx, post, posts)
}
