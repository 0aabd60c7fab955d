// Ready answers: what is said so often at a door that one tap says it, and what holds unless one says otherwise.

interface Ready {
  /** Chips by field: Chinese, and English for the reader who chose it. */
  readonly chips: Readonly<Record<string, readonly (readonly [zh: string, en: string])[]>>
  readonly presets: Readonly<Record<string, string>>
}
const none: Ready = { chips: {}, presets: {} }
const byMatter: Readonly<Record<string, Ready>> = {
  'service-desk.repair': {
    chips: {
      what: [
        ['灯不亮', 'Light out'],
        ['空调不制冷', 'Air-conditioning not cooling'],
        ['漏水', 'Water leak'],
        ['下水堵了', 'Drain blocked'],
        ['门锁坏了', 'Door lock broken'],
        ['插座没电', 'Socket dead'],
        ['桌椅坏了', 'Furniture broken'],
      ],
    },
    presets: { urgency: 'normal' },
  },
}
export function readyFor(matter: string): Ready {
  return byMatter[matter] ?? none
}
/** Registers whose codes open a page of the console for whoever is signed in. */
export const seenInside: readonly string[] = ['places.room']
