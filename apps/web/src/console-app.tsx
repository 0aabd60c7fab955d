// Everything a screen may rely on: preferences, look, words, the house, data, routes.
import { ErrorBoundary, HouseProvider, PreferencesProvider, SlotProvider, Theme, WordsProvider } from '@houqin/web-kit'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { queryClient } from './query-client.ts'
import { router } from './routes.tsx'
import { house } from './house.ts'

const englishPhrases = async () => (await import('./words/phrases.ts')).phrases
const fills = house.parts.flatMap((part) => part.fills)

export function ConsoleApp(): ReactNode {
  return (
    <PreferencesProvider>
      <Theme>
        <WordsProvider house={house} phrases={englishPhrases}>
          <ErrorBoundary>
            <HouseProvider house={house}>
              <SlotProvider fills={fills}>
                <QueryClientProvider client={queryClient}>
                  <RouterProvider router={router} />
                </QueryClientProvider>
              </SlotProvider>
            </HouseProvider>
          </ErrorBoundary>
        </WordsProvider>
      </Theme>
    </PreferencesProvider>
  )
}
