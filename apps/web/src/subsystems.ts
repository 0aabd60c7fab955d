// THE list of web parts: every subsystem whose screens the console shows, in the order of the rail. Each is fetched when something of it is opened.
import type { WebPart } from '@houqin/web-kit'

export const webParts: Readonly<Record<string, () => Promise<WebPart>>> = Object.freeze({
  'service-desk': async () => (await import('@houqin/service-desk/web')).web,
  'places': async () => (await import('@houqin/places/web')).web,
  'people': async () => (await import('@houqin/people/web')).web,
  'regulations': async () => (await import('@houqin/regulations/web')).web,
  'staffing': async () => (await import('@houqin/staffing/web')).web,
  'data-release': async () => (await import('@houqin/data-release/web')).web,
  'goals': async () => (await import('@houqin/goals/web')).web,
  'fleet': async () => (await import('@houqin/fleet/web')).web,
  'office-space': async () => (await import('@houqin/office-space/web')).web,
})
