import type { Drawing } from '../figures/pictures.ts';

/** A chart or map made by `platform/documents/svg`, which escapes all that it writes. */
export function Picture({ svg, className = '' }: { svg: string | Drawing; className?: string }) {
  if (typeof svg === 'string') return <div className={`picture ${className}`} dangerouslySetInnerHTML={{ __html: svg }} />;
  return (
    <>
      <div className={`picture picture-wide ${className}`} dangerouslySetInnerHTML={{ __html: svg.wide }} />
      <div className={`picture picture-narrow ${className}`} dangerouslySetInnerHTML={{ __html: svg.narrow }} />
    </>
  );
}
