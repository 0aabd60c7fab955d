// The worker that keeps the console itself on the device, once the first page stands; only where the browser allows one (TLS, or this machine).

export function installWorker(): void {
  if (!('serviceWorker' in navigator)) return
  addEventListener('load', () => {
    // Without it the console works as before, but is not opened without a network.
    navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' }).catch(() => undefined)
  })
}
