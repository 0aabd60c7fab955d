// What a key may be allowed 密钥范围, in words.
import { useHouse, useNames, useSay, useSubsystemsOf, useWholeHouse } from '@houqin/web-kit'

/** One scope in words, of those that keys have; a scope whose subsystem is not here yet as it is written. */
export function useScopeWords(scopes: readonly string[]): (scope: string) => string {
  const say = useSay()
  const names = useNames()
  const { register, matter } = useHouse()
  useSubsystemsOf(...scopes.map((scope) => scope.split(':')[1] ?? ''))
  return (scope) => {
    const [kind = '', id = '', deed] = scope.split(':')
    const declared = kind === 'matter' ? matter(id) : register(id)
    if (kind === 'signal' && id === '*') return deed === 'write' ? say('感知数据 写', 'Signals: write') : say('感知数据 读', 'Signals: read')
    if (!declared) return scope
    return deed === 'write' ? say(`${names.of(declared)} 写`, `${names.of(declared)}: write`) : say(`${names.of(declared)} 读`, `${names.of(declared)}: read`)
  }
}

/** Every scope a key may have but the whole of everything, with its words. */
export function useScopes(): readonly { readonly value: string; readonly label: string }[] {
  const parts = useWholeHouse()
  const things = parts.flatMap(({ subsystem }) => [...Object.values(subsystem.registers).map(({ id }) => `register:${id}`), ...Object.values(subsystem.matters).map(({ id }) => `matter:${id}`)])
  const scopes = [...things, 'signal:*'].flatMap((thing) => [`${thing}:read`, `${thing}:write`])
  const words = useScopeWords(scopes)
  return scopes.map((value) => ({ value, label: words(value) }))
}
