import { Navigate } from 'react-router'

/** A person's address without its last part, as one may shorten or link it. */
export const ToUser = () => <Navigate to="show" relative="path" replace />
