// Commands and what became of them 指令, asked again while one is under way.
import { call } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'
import type { Command, CommandKind, CommandState } from '../../contract/command.ts'

export interface CommandRow {
  readonly id: string
  readonly vehicle: { readonly id: string; readonly plate: string }
  readonly terminal: string
  readonly kind: CommandKind
  readonly given: Command
  readonly state: CommandState
  readonly code: number | null
  readonly why: 'link' | 'gateway' | 'away' | null
  readonly answer: Readonly<Record<string, string | number>> | null
  readonly askedBy: { readonly account: string; readonly name: string }
  readonly askedAt: string
  readonly secondBy: { readonly account: string; readonly name: string } | null
  readonly settledAt: string | null
}
const underWay = ({ state }: CommandRow): boolean => state === 'queued' || state === 'sent'

interface Rows {
  readonly rows: readonly CommandRow[]
}

/** @param car empty for all cars. */
export const commandsQuery = (car: string) => queryOptions<Rows>({
  queryKey: ['fleet', 'commands', car],
  refetchInterval: ({ state: { data } }) => (data?.rows.some(underWay) ? 1000 : 20_000),
  queryFn: ({ signal }) => call<Rows>(car === '' ? '/fleet/commands' : `/fleet/cars/${car}/commands`, { signal }),
})
