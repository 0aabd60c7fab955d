// What was left out of a body is left out, not `undefined`.

export type Given<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}
export function given<T extends object>(value: T): Given<T> {
  // dropping the undefined members is exactly what the type says
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Given<T>
}
