// Who sits where in the demonstration 演示座位: the organs of the main yard, room by room, with a desk free here and there.
import type { DistrictPeople } from '@houqin/people/seed'
import type { DistrictPlaces, SeedRoom } from '@houqin/places/seed'

/** Those whose rooms are entered so far; the ledger of a real bureau fills as slowly. */
const entered = Object.freeze(['机关事务局', '财政局', '发改委', '后勤中心'])
export interface SeedWorkplace {
  readonly person: string
  readonly room: string
  readonly from: string
  readonly to: null
}

export function districtWorkplaces({ people, places, day }: { people: DistrictPeople; places: DistrictPlaces; day: string }): readonly SeedWorkplace[] {
  const yard = places.site('机关大院').id
  const rooms = places.rooms.filter(({ site, use, purpose, seats }) => site === yard && use === 'office' && purpose === 'office' && seats !== null)
  let next = 0
  return entered.flatMap((short) => {
    const organ = people.organ(short).id
    const staff = people.persons.filter((person) => person.organ === organ && person.standing === 'active' && person.employment !== 'outsourced')
    const seated: SeedWorkplace[] = []
    while (seated.length < staff.length) {
      const room: SeedRoom | undefined = rooms[next]
      if (room === undefined) throw new Error('the main yard has too few offices for those who are entered')
      // Every third room has a desk to spare.
      const desks = (room.seats ?? 1) - (next % 3 === 2 && (room.seats ?? 1) > 1 ? 1 : 0)
      next += 1
      for (const person of staff.slice(seated.length, seated.length + desks))
        seated.push({ person: person.id, room: room.id, from: person.joinedOn !== null && person.joinedOn > '2021-03-01' && person.joinedOn <= day ? person.joinedOn : '2021-03-01', to: null })
    }
    return seated
  })
}
