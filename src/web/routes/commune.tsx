import { Page } from '../shell/page.tsx';

export default function Soon() {
  return <Page title="Ancrage"><p>…</p></Page>;
}
