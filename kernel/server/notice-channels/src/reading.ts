// Reading an answer 读答复: a member of unknown JSON, by its path.

/** `data.list.0.id`; undefined where it leads nowhere. */
export function at(json: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((here, name) => (typeof here === 'object' && here !== null && Object.hasOwn(here, name) ? (here as Readonly<Record<string, unknown>>)[name] : undefined), json)
}
/** A text or a number as text; undefined for anything else. */
export function textAt(json: unknown, path: string): string | undefined {
  const found = at(json, path)
  return typeof found === 'string' ? found : typeof found === 'number' || typeof found === 'boolean' ? String(found) : undefined
}
