import { data, type LoaderFunctionArgs } from 'react-router';
import { securityText } from '../security-text.rules.ts';
import { appContext, requestContext } from '../request.ts';

/** How to report a weakness, for those who find one (RFC 9116). */
export function loader({ context }: LoaderFunctionArgs) {
  const { clock, config } = context.get(appContext);
  const text = securityText(context.get(requestContext).legal.contact, config.ANCRAGE_ORIGIN, clock.today());
  if (text === undefined) throw data(null, { status: 404 });
  return new Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
