/**
 * Stands in for `react-router-dom` inside react-admin, which asks it for a whole router of its own in case there is
 * none. There always is one here, and the router it would make weighs as much as the rest of the sign-in page.
 */
export {
  Link,
  matchPath,
  Navigate,
  Outlet,
  Route,
  Routes,
  UNSAFE_DataRouterContext,
  UNSAFE_DataRouterStateContext,
  useBlocker,
  useInRouterContext,
  useLocation,
  useMatch,
  useNavigate,
  useParams,
} from 'react-router'

const none = (): never => {
  throw new Error('The dashboard brings its own router: main.tsx must wrap react-admin in it.')
}

export const createHashRouter = none
export const createMemoryRouter = none
export const RouterProvider = none
