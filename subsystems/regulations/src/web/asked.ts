// What stands behind the question mark of the page's address.
import { useRouterState } from '@tanstack/react-router'

export function useAsked(): (name: string) => string {
  const search = useRouterState({ select: ({ location }) => location.searchStr })
  const asked = new URLSearchParams(search)
  return (name) => asked.get(name) ?? ''
}
