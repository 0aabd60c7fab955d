// In a backup 备份规则: what is news and not a record goes in only as far as nobody has heard it yet.
import type { TableRule } from '@houqin/backup'

/** The places in the log of events are numbers of transactions, which another cluster counts anew. */
export const inBackup: readonly TableRule[] = Object.freeze([
  {
    table: 'events.event',
    rows: `(xid, id) > (select coalesce(split_part(max(heard), '-', 1), '0')::xid8, coalesce(split_part(max(heard), '-', 2), '0')::bigint from notice.ear)`,
  },
  { table: 'notice.ear', leaveOut: ['heard'] },
  // whoever comes back with a place from before loads afresh
  { table: 'events.horizon', rows: 'false', afterwards: 'insert into events.horizon (xid, id) values (pg_current_xact_id(), 0)' },
])
