// What the gateways last said of themselves 接入状态: links, sessions, what went wrong and the bytes of it.
import type { Db } from '@houqin/db'
import { sql } from 'kysely'

export interface GatewayState {
  readonly name: string
  readonly at: Date
  readonly state: Readonly<Record<string, unknown>>
}

export async function gatewayStates(db: Db): Promise<readonly GatewayState[]> {
  const { rows } = await sql<GatewayState>`select name, at, state from fleet.gateway_state order by name`.execute(db)
  return rows
}
