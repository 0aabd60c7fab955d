// What the page of a driver's log asks the server.
import { call, queryText } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'
import type { DriverLog } from '../../contract/answers.ts'

export const driverLogQuery = (month: string, driver: string | undefined) =>
  queryOptions({ queryKey: ['fleet', 'driver-log', month, driver ?? null], queryFn: ({ signal }) => call<DriverLog<string>>(`/fleet/driver-log${queryText({ month, ...(driver !== undefined && { driver }) })}`, { signal }) })
