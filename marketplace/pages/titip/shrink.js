// Makes the photos of "Titip jual" small before they are sent, so that a photo of a phone's camera fits and a slow line carries
// it. Where this does not run, or the browser lacks a part, the form works with photos that are small already.

const field = document.querySelector('input[type="file"][data-most]');
/** The longest side (px) that a photo keeps, and how its quality falls until the file is small enough. */
const LONGEST = 1280;
const QUALITIES = [0.82, 0.7, 0.55, 0.4];

async function shrunk(file, most) {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  if (scale === 1 && file.size <= most) return file;
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  for (const quality of QUALITIES) {
    const made = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', quality));
    if (made && made.size <= most) return new File([made], 'foto.jpg', { type: 'image/jpeg' });
  }
  return file;
}

if (field && 'createImageBitmap' in globalThis && 'DataTransfer' in globalThis) {
  const button = field.form.querySelector('[type="submit"]');
  const label = button.textContent;
  const most = Number(field.dataset.most);
  let work = 0;
  field.addEventListener('change', async () => {
    const turn = ++work;
    const files = [...field.files];
    button.disabled = true;
    button.textContent = field.dataset.working;
    try {
      const small = new DataTransfer();
      // One after another: a cheap phone has memory for one large picture.
      for (const file of files) small.items.add(await shrunk(file, most).catch(() => file));
      if (turn === work) field.files = small.files;
    } catch {
      // The photos stay as they were chosen, and the server says so if they are too large.
    }
    if (turn !== work) return;
    button.disabled = false;
    button.textContent = label;
  });
}
