// The console starts here.
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ConsoleApp } from './console-app.tsx'
import { installWorker } from './offline/install-worker.ts'
import { fetchAskedPage } from './routes.tsx'

// A tab from before an upgrade asks for pieces that are gone: the page as it is now has the new ones.
const reloaded = 'houqin.reloaded'
window.addEventListener('vite:preloadError', (event) => {
  if (sessionStorage.getItem(reloaded) === document.lastModified) return
  sessionStorage.setItem(reloaded, document.lastModified)
  event.preventDefault()
  location.reload()
})

installWorker()
fetchAskedPage()

const place = document.getElementById('console')
if (place)
  createRoot(place).render(
    <StrictMode>
      <ConsoleApp />
    </StrictMode>,
  )
