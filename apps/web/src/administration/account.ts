// An account 账号 as the administrator's list shows it.
import type { Ref } from '@houqin/web-kit'

export interface Account {
  readonly id: string
  readonly version: number
  readonly username: string
  readonly name: string
  readonly person: Ref | null
  readonly mustChangePassword: boolean
  readonly lockedUntil: string | null
  readonly disabledAt: string | null
  readonly createdAt: string
}
