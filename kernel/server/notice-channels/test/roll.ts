// A small roll 样例名册: persons with a mobile number, as a subsystem would declare them.
import { definePart } from '@houqin/compose'
import { defineRegister, defineSubsystem, everyone, text } from '@houqin/define'

export const person = defineRegister('roll.person', {
  title: '人员',
  fields: { name: text('姓名'), phone: text('手机', { optional: true, max: 20, grade: 'sensitive', mask: 'phone' }) },
  name: (row) => row.name,
  access: { read: [everyone], write: [], reveal: [] },
  scope: { person: 'id' },
  dimension: 'person',
})
export const roll = definePart({
  subsystem: defineSubsystem('roll', '样例名册', { registers: { person } }),
  tables: { schema: 'roll', folder: new URL('migrations/', import.meta.url) },
  en: {},
})
