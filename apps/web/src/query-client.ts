// What has been read from the server, how long it is fresh, and what happens when the session is over.
import { meQuery, onceNothingTyped, ProblemError } from '@houqin/web-kit'
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'

const worthRepeating = (error: Error): boolean => !(error instanceof ProblemError) || (error.status === 0 && navigator.onLine) || error.status >= 502

/** Answers to who was let in before and is not now. */
const noLonger: ReadonlySet<string> = new Set(['not-allowed', 'not-found'])

/** Told when the server says that nobody is signed in, or that the password must be changed first. */
export const sessionEnded: { tell: (why: 'not-signed-in' | 'password-change-required') => void } = { tell: () => undefined }

function watch(error: Error): void {
  if (!(error instanceof ProblemError)) return
  if (error.type === 'not-signed-in' || error.type === 'password-change-required') sessionEnded.tell(error.type)
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      // The shell itself asks who is signed in, and shows the door when nobody is.
      if (query.queryKey[0] !== meQuery.queryKey[0]) watch(error)
      if (!(error instanceof ProblemError) || !noLonger.has(error.type) || query.state.data === undefined) return
      // What one may no longer read does not stay on the screen; what is being typed there may first be finished.
      onceNothingTyped(() => {
        if (query.state.error === error) query.setState({ ...query.state, data: undefined })
      })
    },
  }),
  mutationCache: new MutationCache({ onError: watch }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      networkMode: 'always',
      retry: (failures, error) => failures < 2 && worthRepeating(error),
    },
    mutations: { networkMode: 'always' },
  },
})
