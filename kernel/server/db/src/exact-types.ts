// How PostgreSQL's values become ours: nothing that counts money, areas or days passes through a float or a local day.
import pg from 'pg'

const asIs = (text: string): string => text

const { builtins } = pg.types

// text[]: its parser leaves the elements alone.
const textArray = 1009
const exactScalars: ReadonlySet<number> = new Set([builtins.NUMERIC, builtins.INT8, builtins.DATE, builtins.TIMESTAMP, builtins.INTERVAL])
// numeric[], int8[], date[], timestamp[], interval[]
const exactArrays: ReadonlySet<number> = new Set([1231, 1016, 1182, 1115, 1187])

/** As a session in UTC with the style ISO writes an instant of our era; anything else is the driver's to read. */
const instantInUtc = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d{1,6})?)\+00$/
const driversInstant = pg.types.getTypeParser(builtins.TIMESTAMPTZ, 'text') as (text: string) => Date | number | null
function instant(text: string): Date | number | null {
  const [, day, time] = instantInUtc.exec(text) ?? []
  return day === undefined || time === undefined ? driversInstant(text) : new Date(`${day}T${time}Z`)
}

/** Overrides for one pool; the driver's global table stays as it is. */
export const exactTypes: pg.CustomTypesConfig = Object.freeze({
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (exactScalars.has(oid)) return asIs
    if (oid === builtins.TIMESTAMPTZ && format !== 'binary') return instant
    return pg.types.getTypeParser(exactArrays.has(oid) ? textArray : oid, format ?? 'text')
  }) as pg.CustomTypesConfig['getTypeParser'], // overloaded by format in @types/pg, which no single function satisfies
})
