// 行的模样: a row as the interface answers it, for its documentation.
import type { Fields, Register } from '@houqin/define'
import { z } from 'zod'
import { outputShape, referenceShape } from './json-shape.ts'

/** A schema of the answered values of fields; it describes and lets everything through. */
export function valuesSchema(fields: Fields): z.ZodType {
  return z.looseObject(Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, z.unknown().meta(outputShape(field))])))
}

/** A row of a register: what every row carries and its own fields. */
export function rowSchema(register: Register): z.ZodType {
  const instant = z.string().meta({ format: 'date-time' })
  return z
    .looseObject({
      id: z.string(),
      version: z.int(),
      name: z.string(),
      createdAt: instant,
      updatedAt: instant,
      retiredAt: instant.nullable(),
      mergedInto: z.unknown().meta(referenceShape).optional(),
      masked: z.array(z.string()).optional(),
      revealable: z.boolean().optional(),
      ...(register.dated && { from: z.string().meta({ format: 'date' }), to: z.string().meta({ format: 'date' }).nullable() }),
      ...Object.fromEntries(Object.entries(register.fields).map(([key, field]) => [key, z.unknown().meta(outputShape(field))])),
      ...(Object.keys(register.lines).length > 0 && { lines: z.record(z.string(), z.unknown()).optional() }),
    })
    .meta({ title: register.title })
}
