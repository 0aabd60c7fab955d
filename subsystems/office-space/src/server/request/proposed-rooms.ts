// The rooms of a proposal 方案里的房间, and whether they are still free.
import type { Db, Tx } from '@houqin/db'
import { sql } from 'kysely'
import type { ProposedRoom } from '../../contract/answers.ts'
import { isUntaken } from './pool.ts'

export interface StandingProposal extends ProposedRoom {
  readonly leased: boolean
  readonly site: string
}
/** Those of the last proposal: an earlier one that was sent back stays on the record and is not carried out. */
export async function proposedRooms(db: Db | Tx, { matter, day }: { matter: string; day: string }): Promise<readonly StandingProposal[]> {
  const { rows } = await sql<StandingProposal>`
    select r.id, r.label as name, r.area::text as area, r.use, l.kind, ${isUntaken(day)} as free, s.tenure = 'leased' as leased, r.site
      from office_space.room_request__rooms l join places.room r on r.id = l.room join places.site s on s.id = r.site
     where l.matter = ${matter}::uuid and l.at = (select max(at) from office_space.room_request__rooms where matter = ${matter}::uuid) order by l.position`.execute(db)
  return rows
}
