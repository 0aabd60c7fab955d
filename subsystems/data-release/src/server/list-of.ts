// The list a release is about: a register or a kind of matter, by its id.
import type { Matter, Register } from '@houqin/define'
import type { System } from '@houqin/http'

export function listOf({ catalogue }: System, id: string): Register | Matter | undefined {
  return catalogue.registers.get(id) ?? catalogue.matters.get(id)
}
