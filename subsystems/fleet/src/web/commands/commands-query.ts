// Commands and what became of them 指令, asked again while one is under way.
import { call } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'
import type { CommandRow } from '../../contract/answers.ts'

const underWay = ({ state }: CommandRow<string>): boolean => state === 'queued' || state === 'sent'

interface Rows {
  readonly rows: readonly CommandRow<string>[]
}

/** @param car empty for all cars. */
export const commandsQuery = (car: string) => queryOptions<Rows>({
  queryKey: ['fleet', 'commands', car],
  refetchInterval: ({ state: { data } }) => (data?.rows.some(underWay) ? 1000 : 20_000),
  queryFn: ({ signal }) => call<Rows>(car === '' ? '/fleet/commands' : `/fleet/cars/${car}/commands`, { signal }),
})
