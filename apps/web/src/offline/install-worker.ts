// The worker that keeps the console itself on the device, once the first page stands; only where the browser allows one (TLS, or this machine).

/** What the first page asks for comes first; the whole console is fetched behind it. */
const patienceMs = 4_000

export function installWorker(): void {
  if (!('serviceWorker' in navigator)) return
  addEventListener('load', () => {
    setTimeout(() => {
      // Without it the console works as before, but is not opened without a network.
      navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' }).catch(() => undefined)
    }, patienceMs)
  })
}
