// The console starts here.
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ConsoleApp } from './console-app.tsx'
import { installWorker } from './offline/install-worker.ts'
import { reopenOnce } from './offline/old-pieces.ts'
import { fetchAskedPage } from './routes.tsx'

reopenOnce()
installWorker()
fetchAskedPage()

const place = document.getElementById('console')
if (place)
  createRoot(place).render(
    <StrictMode>
      <ConsoleApp />
    </StrictMode>,
  )
