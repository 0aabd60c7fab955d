// Clusters 聚合: things that stand closer together on the screen than a thumb is wide become one with a number.

export interface Standing {
  readonly id: string
  readonly x: number
  readonly y: number
}
export interface Cluster {
  readonly x: number
  readonly y: number
  readonly ids: readonly string[]
}

/** Each joins the first cluster within `reach` (both in the same unit), else begins one. The same things in the same order give the same clusters. */
export function clustersOf(things: readonly Standing[], reach: number): readonly Cluster[] {
  const begun: { x: number; y: number; ids: string[] }[] = []
  const cells = new Map<string, typeof begun>()
  const cell = (value: number): number => Math.floor(value / reach)
  for (const { id, x, y } of things) {
    let near: (typeof begun)[number] | undefined
    for (let east = -1; east <= 1 && !near; east += 1)
      for (let north = -1; north <= 1 && !near; north += 1)
        near = cells.get(`${cell(x) + east} ${cell(y) + north}`)?.find((one) => Math.hypot(one.x - x, one.y - y) < reach)
    if (near) {
      near.ids.push(id)
      continue
    }
    const one = { x, y, ids: [id] }
    begun.push(one)
    const key = `${cell(x)} ${cell(y)}`
    const there = cells.get(key)
    if (there) there.push(one)
    else cells.set(key, [one])
  }
  return begun
}
