// Rooms with a door to look behind 要看的房间: no passages, and no part where secrets are kept, which whoever keeps them walks on paper.
import { sql } from 'kysely'

/** To stand behind `from`; the room is `r`. */
export const walkedRooms = sql`(select * from places.room where use <> 'circulation' and grade is distinct from 'restricted' and retired_at is null and merged_into is null) r`
