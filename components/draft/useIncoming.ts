import { useEffect, useRef, useState } from 'preact/hooks';

/** Takes pictures that are pasted or dropped anywhere in the panel. Answers true while one hovers over it. */
export function useIncoming(onFiles: (files: readonly Blob[]) => void): boolean {
  const newest = useRef(onFiles);
  newest.current = onFiles;
  const [isOver, setOver] = useState(false);

  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = pictures(event.clipboardData?.files);
      // Word and spreadsheets add a picture of their text; in a text field the person means the text.
      const isText = isTyping(event.target) && event.clipboardData?.types.includes('text/plain');
      if (files.length === 0 || isText) return;
      event.preventDefault();
      newest.current(files);
    };
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!event.dataTransfer?.types.includes('Files')) return;
      // Whatever was dropped, the browser would otherwise leave the form to show it.
      event.preventDefault();
      newest.current([...event.dataTransfer.files]);
    };
    document.addEventListener('paste', paste);
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('paste', paste);
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, []);
  return isOver;
}

function pictures(files: FileList | undefined): File[] {
  return [...(files ?? [])].filter((file) => file.type.startsWith('image/'));
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea');
}
