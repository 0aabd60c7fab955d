// Where things stand in the console. The server's search, totals and reports answer with the same paths.

export function pathOfRegister(register: string): `/${string}` {
  return `/registers/${register}`
}
export function pathOfRow(register: string, id: string): `/${string}` {
  return `/registers/${register}/${id}`
}
export function pathOfMatter(matter: string): `/${string}` {
  return `/matters/${matter}`
}
/** @param number as in BX-20261124-0007. */
export function pathOfNumber(matter: string, number: string): `/${string}` {
  return `/matters/${matter}/${number}`
}
export function pathOfStandard(standard: string): `/${string}` {
  return `/standards/${standard}`
}
/** What a printed code opens, for anybody. */
export function pathOfCode(code: string): `/${string}` {
  return `/q/${code}`
}
