// Scopes 范围: `register:people.person:read`, `matter:*:write`, `signal:*:write`; what is not named is closed to the key.
import type { Catalogue } from '@houqin/define'

const kinds = ['register', 'matter', 'signal'] as const
const verbs = ['read', 'write'] as const
interface Scope {
  readonly kind: (typeof kinds)[number]
  readonly id: string
  readonly verb: (typeof verbs)[number]
}

/** Undefined for what is no scope of this house. */
export function scopeOf(text: string, catalogue: Catalogue): Scope | undefined {
  const [kind, id = '', verb, ...more] = text.split(':')
  const known = kinds.find((one) => one === kind)
  const may = verbs.find((one) => one === verb)
  if (!known || !may || more.length > 0) return undefined
  const declared = { register: catalogue.registers, matter: catalogue.matters, signal: catalogue.signals }[known]
  return id === '*' || declared.has(id) ? { kind: known, id, verb: may } : undefined
}

/** What a route asks of a key; undefined where no key goes: sessions, accounts, audit, files, exports, unmasking. */
export function needOf({ method, url }: { readonly method: string; readonly url: string }): Scope | undefined {
  const [, place, kind = '', id = '', ...rest] = url.split('/')
  const last = rest.at(-1)
  if (place !== 'api' || last === 'export.xlsx' || last === 'reveal') return undefined
  const verb = method === 'GET' || method === 'HEAD' ? 'read' : 'write'
  if (kind === 'registers' && id !== '') return { kind: 'register', id, verb }
  if (kind === 'matters' && id !== '') return { kind: 'matter', id, verb }
  if (kind === 'signals' && id !== '') return { kind: 'signal', id: id.startsWith(':') || id === 'ingest' ? '*' : id, verb }
  return undefined
}
export function covers(scopes: readonly string[], need: Scope): boolean {
  return scopes.some((scope) => [`${need.kind}:${need.id}:${need.verb}`, `${need.kind}:*:${need.verb}`].includes(scope))
}
