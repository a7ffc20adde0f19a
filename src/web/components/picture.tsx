/** A chart or map made by `platform/documents/svg`, which escapes all that it writes. */
export function Picture({ svg, className = '' }: { svg: string; className?: string }) {
  return <div className={`picture ${className}`} dangerouslySetInnerHTML={{ __html: svg }} />;
}
