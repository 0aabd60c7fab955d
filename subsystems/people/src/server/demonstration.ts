// Loads the people of the demonstration district 装入演示人员.
import { systemActor } from '@houqin/access'
import type { Seeding } from '@houqin/compose'
import { createStandardVersions } from '@houqin/standard-versions'
import { districtPeople, districtSeed } from '../../seed.ts'
import { contractor, organ, person, post, withinEstablishment } from '../contract/index.ts'

export async function loadPeople({ tx, system, worldDate }: Seeding): Promise<void> {
  const { registers } = system
  const { organs, contractors, persons, posts, heads } = districtPeople({ seed: districtSeed, day: worldDate })
  await registers.bulkInsert(tx, organ, organs.map(({ subdistrict: _, leadership, ...row }) => ({
    ...row, head: heads.get(row.id) ?? null, address: null, lines: { leadership },
  })))
  await registers.bulkInsert(tx, contractor, contractors.map(({ staff: _, servedOrgan: __, ...row }) => row))
  await registers.bulkInsert(tx, person, persons.map(({ key: _, ...row }) => row))
  await registers.bulkInsert(tx, post, posts)
  // what a sandbox reckons by until somebody enters another
  await createStandardVersions(system).keepCost(tx, systemActor, withinEstablishment.id, {
    price: '186000.00', startsOn: `${worldDate.slice(0, 4)}-01-01`, level: '区', mark: 'U', document: '本局测算：一名在编人员一年的人员经费和公用经费（演示数据）',
  })
}
