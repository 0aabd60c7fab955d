// Plants 埋点 of office space: what is wrong in the demonstration on purpose, so that every rule finds something.
import type { DistrictPeople, SeedPerson } from '@houqin/people/seed'

export const plants = Object.freeze({
  /** An organ that was given far more service rooms than its establishment allows. */
  tooManyRooms: '体育中心',
  /** Its head has the largest office of the site. */
  largeOffice: '图书馆',
  /** Sites where somebody has two rooms. */
  secondRoom: Object.freeze(['南长大楼', '建设大厦']),
  /** ㎡ of toilets in offices of county chiefs: the second is too large; and of a deputy, who may have none. */
  chiefToilets: Object.freeze(['5.40', '7.20']),
  deputyToilets: Object.freeze(['3.60']),
  /** So many rented sites have no approval on record. */
  rentedUnapproved: 1,
  /** An organ that leased rooms last spring; why no exchange would do was never written. */
  leasedOutOfOrder: '图书馆',
  /** Rooms of a building that was walked three weeks ago: somebody gone, a room lent, a plate missing. */
  seenOtherwise: 3,
})

/** Of those who retired within the last months, every third still holds his room. */
export function keptOffices({ persons }: DistrictPeople): readonly SeedPerson[] {
  return persons.filter(({ standing, employment }) => standing === 'retired' && employment !== 'outsourced').filter((_, place) => place % 3 === 0)
}
