import { data } from 'react-router';

/** Any other address: a page of the shell with its true status. */
export const loader = (): never => {
  throw data(null, { status: 404 });
};

export default (): null => null;
