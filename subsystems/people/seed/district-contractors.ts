// The contractors of the demonstration district.
import { creditCodeCheck } from '../src/contract/index.ts'
import type { Contractor } from '../src/contract/index.ts'
import { contractorList } from './contractor-list.ts'
import { daysAfter } from './days.ts'
import { dice } from './dice.ts'
import type { World } from './dice.ts'
import type { SeedOrgan } from './district-organs.ts'

export type SeedContractor = Pick<
  Contractor,
  'id' | 'name' | 'business' | 'creditCode' | 'contact' | 'phone' | 'contractFrom' | 'contractUntil' | 'commitment'
> & { readonly staff: number; readonly servedOrgan: string }

/** All of them work for the bureau of government offices administration. */
export function districtContractors(world: World, organs: readonly SeedOrgan[]): readonly SeedContractor[] {
  const bureau = organs.find((organ) => organ.shortName === '机关事务局')
  if (!bureau) throw new Error('the bureau itself is missing from the list of organs')
  const roll = dice({ ...world, name: 'contractors' })
  return contractorList.map(({ name, business, staff, endsIn, commitment }, place) => {
    const first17 = `91320299MA${String(2_000_000 + place * 6_007).slice(-7)}`
    return {
      id: roll.id(),
      name,
      business,
      staff,
      commitment,
      servedOrgan: bureau.id,
      creditCode: first17 + creditCodeCheck(first17),
      contact: `${roll.pick(['王', '李', '张', '顾', '陆', '钱', '华', '许'])}经理`,
      phone: `12${String(roll.int(100_000_000, 999_999_999))}`,
      contractFrom: daysAfter(world.day, endsIn - 730),
      contractUntil: daysAfter(world.day, endsIn),
    }
  })
}
