// The names behind the seats 审批人的称呼: the persons and organs that stages and copies, and whoever is asked in them, point to.
import { want } from '@houqin/rows'
import type { Wanted } from '@houqin/rows'
import type { Seat, Stage } from '@houqin/wire'
import type { Desk } from './desk.ts'

interface Asked {
  readonly person: string | null
  readonly forPerson: string | null
}

export function wantSeats(wanted: Wanted, { catalogue: { dimensions } }: Desk, { stages, copies = [], tasks = [] }: { stages: readonly Stage[]; copies?: readonly Seat[]; tasks?: readonly Asked[] }): void {
  const { person, organ } = dimensions
  for (const seat of [...stages.flatMap(({ who, escalate }) => (escalate ? [...who, escalate] : who)), ...copies]) {
    if ('person' in seat && person) want(wanted, person.id, seat.person)
    if ('post' in seat && seat.organ != null && organ) want(wanted, organ.id, seat.organ)
  }
  for (const { person: his, forPerson } of tasks) for (const id of [his, forPerson]) if (id !== null && person) want(wanted, person.id, id)
}
