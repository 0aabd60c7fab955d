// What follows from a joining 入职联动: the newcomer holds it until he has come; who does not come loses desk, post and account at once.
import { accountOf, lent } from '@houqin/access'
import { systemAdmin } from '@houqin/define'
import { tableSqlOf } from '@houqin/fields'
import type { System } from '@houqin/http'
import { effects } from '@houqin/matters'
import type { Effects, StepTaken } from '@houqin/matters'
import { person, post } from '@houqin/people'
import { sql } from 'kysely'
import { join, workplace } from '../contract/index.ts'

export function joinEffects(system: System): Effects {
  return effects(join, {
    start: ({ matter, engine }) => engine.setFacts({ newcomer: matter.form.person }),
    arrive: ({ engine }) => engine.setFacts({ arrivedOn: system.clock.today() }),
    cancel: (taken) => cancel(system, taken),
  })
}

async function cancel(system: System, { tx, actor, matter, comment }: StepTaken<typeof join, 'cancel'>): Promise<void> {
  const { registers, access } = system
  const who = matter.form.person
  const reason = `${comment ?? ''}（${matter.number}）`
  for (const register of [workplace, post]) {
    const { rows } = await sql<{ id: string; version: number }>`
      select id, version from ${tableSqlOf(register.id)} where person = ${who}::uuid and retired_at is null and merged_into is null`.execute(tx)
    for (const { id, version } of rows) await registers.retire(tx, actor, register, id, { reason, version })
  }
  const row = await registers.get(tx, actor, person, who)
  await registers.update(tx, actor, person, who, { standing: 'left', leftOn: system.clock.today() }, row.version)
  const account = await accountOf(tx, who)
  if (account && !account.disabled) await access.accounts.change(tx, lent(actor, systemAdmin), account.id, { disabled: true }, account.version)
}
