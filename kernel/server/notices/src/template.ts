// Filling a template 套用模板: names in braces, replaced by what happened; a line that has nothing to say is left out.
import type { Template } from '@houqin/wire'

export type Values = Readonly<Record<string, string>>
const named = /\{([^{}]*)\}/g

/** Every name in braces, known or not. */
export function namesIn({ title, text }: Template): readonly string[] {
  return [...`${title}\n${text}`.matchAll(named)].map(([, name]) => name ?? '')
}

export function fill({ title, text }: Template, values: Values): Template {
  const put = (line: string): string => line.replace(named, (_whole, name: string) => values[name] ?? '')
  const isSilent = (line: string): boolean => {
    const names = [...line.matchAll(named)].map(([, name]) => name ?? '')
    return names.length > 0 && names.every((name) => (values[name] ?? '') === '')
  }
  return { title: put(title).slice(0, 200), text: text.split('\n').filter((line) => !isSilent(line)).map(put).join('\n').slice(0, 2000) }
}
