// Named places 占位: {phone}, {text} and the like in what an administrator wrote; what is put in never changes the form around it.
export type Places = Readonly<Record<string, string>>

const place = /\{([a-z]+)\}/g

/** What is in braces and is no place stays as it is. */
export const filled = (template: string, places: Places, as: (value: string) => string = (value) => value): string =>
  template.replace(place, (whole, name: string) => (Object.hasOwn(places, name) ? as(places[name] ?? '') : whole))

/** Fills the texts of a JSON value, so that a quotation mark in a message stays a quotation mark. */
export function filledJson(json: unknown, places: Places): unknown {
  if (typeof json === 'string') return filled(json, places)
  if (Array.isArray(json)) return json.map((one) => filledJson(one, places))
  if (typeof json !== 'object' || json === null) return json
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, filledJson(value, places)]))
}

/** Places a template names. */
export const placesIn = (template: string): readonly string[] => [...template.matchAll(place)].map(([, name = '']) => name)
