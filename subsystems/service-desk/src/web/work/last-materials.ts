// The materials this telephone used last 常用材料, offered first.
const key = 'houqin.materials'
const most = 12

export function lastMaterials(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string') : []
  } catch {
    return []
  }
}
export function rememberMaterials(ids: readonly string[]): void {
  try {
    localStorage.setItem(key, JSON.stringify([...new Set([...ids, ...lastMaterials()])].slice(0, most)))
  } catch {
    // A device that keeps nothing offers nothing first.
  }
}
