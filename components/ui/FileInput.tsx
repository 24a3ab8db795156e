interface Props {
  id?: string;
  /** What the browser offers to choose, as `accept` says it. */
  accept: string;
  multiple?: boolean;
  /** Goes straight to the camera, on a device that has one of its own. */
  capture?: 'environment';
  onFiles: (files: File[]) => void;
}

/** The browser's own choice of files, unseen: its label is what is pressed. The same file may be chosen again. */
export function FileInput({ onFiles, ...input }: Props) {
  return (
    <input
      {...input}
      type="file"
      class="visually-hidden"
      onChange={(event) => {
        const files = [...(event.currentTarget.files ?? [])];
        event.currentTarget.value = '';
        if (files.length > 0) onFiles(files);
      }}
    />
  );
}
